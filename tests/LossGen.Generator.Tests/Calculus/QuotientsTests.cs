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
    private static readonly Variable Y = new(new Input(InputRole.Target, 0, "y"));

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

    /// <summary>The derivatives of ½((y − x)/x)²/y are (x − y)/x³ and (3y − 2x)/x⁴: the product rule's two terms are nearly opposite for small y. Digits from mpmath 1.2.1.</summary>
    [Theory]
    [InlineData(5, 0.001, 0.039992, -0.0159952)]
    [InlineData(1e8, 0.001, 9.9999999999e-17, -1.99999999997e-24)]
    [InlineData(1e20, 7.0, 1e-40, -2e-60)]
    [InlineData(1.5, 2.25, -0.2222222222222222, 0.7407407407407407)]
    public void DerivativesOfSquaredRelativeError_KeepTheirDigits(double x, double y, double gradient, double curvature)
    {
        ExprInterner interner = new();
        Expr first = Simplification.Simplify(Differentiation.Gradient(Square.Of((Y - X) / X) / (2 * Y), X.Input, interner));
        Expr second = Simplification.Simplify(Differentiation.Gradient(first, X.Input, interner));

        Assert.Equal(1, FormulaEvaluator.Evaluate(first, (X, x), (Y, y)) / gradient, 1e-14);
        Assert.Equal(1, FormulaEvaluator.Evaluate(second, (X, x), (Y, y)) / curvature, 1e-14);
    }
}
