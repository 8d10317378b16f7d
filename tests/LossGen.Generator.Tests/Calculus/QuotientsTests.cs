using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Oracles;
using Xunit;

namespace LossGen.Generator.Tests.Calculus;

/// <summary>Derivatives of quotients that saturate keep their digits far from 0.</summary>
public sealed class QuotientsTests
{
    private static readonly Variable X = new(new Input(InputRole.Prediction, 0, "x"));

    /// <summary>The derivatives of x²/(1 + x²) are 2x/(1 + x²)² and (2 − 6x²)/(1 + x²)³; digits from mpmath 1.2.1.</summary>
    [Theory]
    [InlineData(0.5, 0.64, 0.256)]
    [InlineData(-800, -3.90623779299736e-9, -1.4648361206305026e-11)]
    [InlineData(10000, 1.9999999600000006e-12, -5.9999998000000042e-16)]
    public void DerivativesOfSaturatingQuotient_KeepTheirDigits(double x, double gradient, double curvature)
    {
        ExprInterner interner = new();
        Expr first = Simplification.Simplify(Differentiation.Gradient(Square.Of(X) / (Build.One + Square.Of(X)), X.Input, interner));
        Expr second = Simplification.Simplify(Differentiation.Gradient(first, X.Input, interner));

        Assert.Equal(1, FormulaEvaluator.Evaluate(first, (X, x)) / gradient, 1e-14);
        Assert.Equal(1, FormulaEvaluator.Evaluate(second, (X, x)) / curvature, 1e-14);
    }
}
