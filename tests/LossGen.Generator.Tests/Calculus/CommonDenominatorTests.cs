using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Tests.Oracles;
using Xunit;

namespace LossGen.Generator.Tests.Calculus;

/// <summary>Terms over sums cancel in the algebra, not in the arithmetic. Digits from mpmath 1.2.1.</summary>
public sealed class CommonDenominatorTests
{
    private static readonly Variable X = new(new Input(InputRole.Prediction, 0, "x"));
    private static readonly Variable Y = new(new Input(InputRole.Target, 0, "y"));
    private static readonly Variable C = new(new Input(InputRole.Hyperparameter, 0, "c"));

    private static readonly Input Mask = new(InputRole.Prediction, 0, "p");
    private static readonly Input Truth = new(InputRole.Target, 0, "t");
    private static readonly Expr P = new Read(Mask, Column.Instance);
    private static readonly Expr T = new Read(Truth, Column.Instance);

    [Theory]
    [InlineData(1e-20, 2, 1e-20, 1)]
    [InlineData(0, 2, 0, 1)]
    [InlineData(-3, 2, -1.2, 0.16)]
    [InlineData(1e9, 2, 1.9999999960000000080, 3.9999999840000000480e-18)]
    public void SlopeOfFair_KeepsItsDigitsAndHasNoKink(double x, double c, double gradient, double curvature)
    {
        ExprInterner interner = new();
        Expr scaled = Abs.Of(X) / C;
        Expr first = Simplification.Simplify(Differentiation.Gradient(Square.Of(C) * (scaled - Log.Of(Build.One + scaled)), X.Input, interner));
        Expr second = Simplification.Simplify(Differentiation.Gradient(first, X.Input, interner));

        Assert.Equal(gradient, FormulaEvaluator.Evaluate(first, (X, x), (C, c)), 1e-15 * Math.Abs(gradient));
        Assert.Equal(curvature, FormulaEvaluator.Evaluate(second, (X, x), (C, c)), 1e-15 * Math.Abs(curvature));
    }

    [Theory]
    [InlineData(1e9, 1, -9.99999999999999997e-19)]
    [InlineData(-1.0001, 1, -0.000049992500499994491)]
    public void CurvatureOfCauchy_IsOneQuotient(double x, double c, double curvature)
    {
        ExprInterner interner = new();
        Expr first = Simplification.Simplify(Differentiation.Gradient(Build.Half * Square.Of(C) * Log.Of(Build.One + Square.Of(X / C)), X.Input, interner));
        Expr second = Simplification.Simplify(Differentiation.Gradient(first, X.Input, interner));

        Assert.Equal(curvature, FormulaEvaluator.Evaluate(second, (X, x), (C, c)), 3e-12 * Math.Abs(curvature));
    }

    /// <summary>u²/(1 + u²) would be NaN for u = 10²⁰⁰.</summary>
    [Fact]
    public void OneMinusBoundedQuotient_StaysFinite() =>
        Assert.Equal(1, FormulaEvaluator.Evaluate(Simplification.Simplify(Build.One - (Build.One / (Build.One + Square.Of(X)))), (X, 1e200)));

    /// <summary>a·(x − y) must not become a·x − a·y.</summary>
    [Fact]
    public void DenominatorThatCancels_IsNotMultipliedOut()
    {
        Expr formula = C + (X / (X - Y)) - (Y / (X - Y));
        double x = 1 + 1e-9;
        double expected = FormulaEvaluator.Evaluate(formula, (X, x), (Y, 1), (C, 1e-3));

        Assert.Equal(expected, FormulaEvaluator.Evaluate(Simplification.Simplify(formula), (X, x), (Y, 1), (C, 1e-3)), 1e-15);
    }

    [Theory]
    [InlineData(false, 7.9999999978945774e-8)]
    [InlineData(true, 8.0000006357891395e-15)]
    public void OneMinusOverlap_OfAgreeingMasks_KeepsItsDigits(bool squared, double expected)
    {
        Expr size = squared ? Build.Sum(Square.Of(P)) + Build.Sum(Square.Of(T)) : Build.Sum(P) + Build.Sum(T);
        Expr dice = Build.One - (((2 * Build.Sum(P * T)) + C) / (size + C));
        Dictionary<Input, double[]> rows = new() { [Mask] = [0.9999999, 1e-7, 0.9999999, 1e-7], [Truth] = [1, 0, 1, 0] };

        double actual = RowFormulaEvaluator.Evaluate(Rewriter.Finish(Simplification.Simplify(dice)), rows, new Dictionary<Input, double> { [C.Input] = 1 });

        Assert.Equal(1, actual / expected, 1e-13);
    }
}
