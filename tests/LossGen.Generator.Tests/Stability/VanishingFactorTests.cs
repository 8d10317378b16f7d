using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Rewrites;
using LossGen.Generator.Tests.Oracles;
using Xunit;

namespace LossGen.Generator.Tests.Stability;

/// <summary>A factor that is 0 makes the product and its derivatives 0, whatever the other factor is.</summary>
public sealed class VanishingFactorTests
{
    private static readonly Variable P = new(new Input(InputRole.Prediction, 0, "p"));
    private static readonly Variable Y = new(new Input(InputRole.Target, 0, "y"));
    private static readonly Variable Gamma = new(new Input(InputRole.Hyperparameter, 0, "γ"));

    private static readonly Expr CrossEntropy = -((Y * Log.Of(P)) + ((Build.One - Y) * Log.Of(Build.One - P)));

    [Theory]
    [InlineData(0, 0, 0, 1, 1)]
    [InlineData(1, 1, 0, -1, 1)]
    [InlineData(0.25, 0, 0.28768207245178092744, 1.3333333333333333333, 1.7777777777777777778)]
    [InlineData(0.25, 0.5, 0.83698821678583577314, -1.3333333333333333333, 8.8888888888888888889)]
    public void CrossEntropyOfProbabilities_IsDefinedAtItsEnds(double p, double y, double value, double gradient, double curvature)
    {
        ExprInterner interner = new();
        Expr loss = Rewriter.Stabilize(CrossEntropy);
        Expr first = Simplification.Simplify(Differentiation.Gradient(loss, P.Input, interner));
        Expr second = Simplification.Simplify(Differentiation.Gradient(first, P.Input, interner));

        Assert.Equal(value, FormulaEvaluator.Evaluate(Rewriter.Finish(loss), (P, p), (Y, y)), 1e-15);
        Assert.Equal(gradient, FormulaEvaluator.Evaluate(Rewriter.Finish(first), (P, p), (Y, y)), 1e-14);
        Assert.Equal(curvature, FormulaEvaluator.Evaluate(Rewriter.Finish(second), (P, p), (Y, y)), 1e-14);
    }

    [Theory]
    [InlineData(1, 1, -800, 0)]
    [InlineData(3, 1, -1, 10.873127313836180942)]
    public void SquaredResidualOverVariance_IsZeroForNoResidual(double p, double y, double logVariance, double expected)
    {
        Expr product = Square.Of(P - Y) * Exp.Of(-Gamma);

        Assert.Equal(expected, FormulaEvaluator.Evaluate(VanishingFactors.GuardExponentials(product), (P, p), (Y, y), (Gamma, logVariance)), 1e-14);
    }

    /// <summary>1 ÷ eˣ underflows just where eˣ overflows; the product is 1, and 0 would be a lie.</summary>
    [Fact]
    public void FactorThatUnderflows_IsNotTakenForZero() =>
        Assert.True(double.IsNaN(FormulaEvaluator.Evaluate(VanishingFactors.GuardExponentials(Build.One / (Gamma + Exp.Of(P)) * Exp.Of(P)), (P, 800), (Gamma, 1))));

    /// <summary>(1 − p)^(γ−1) of a softmax p, whose logarithm is z₀ − logΣexp(z), is guarded where p is 1; of another p it may stand for itself, and be infinite.</summary>
    [Fact]
    public void PowerOfARestOfASoftMax_IsGuardedWhereThereIsNone()
    {
        Input row = new(InputRole.Prediction, 1, "z");
        Expr ofSoftMax = new Read(row, new Literal(0)) - Build.Reduce(ReductionKind.LogSumExp, new Read(row, Column.Instance));
        Expr pole = Pow.Of(-ExpM1.Of(ofSoftMax), Gamma - Build.One);
        Expr other = Pow.Of(-ExpM1.Of(P), Gamma - Build.One);
        Expr original = Pow.Of(-ExpM1.Of(ofSoftMax), Gamma);

        Assert.Equal(Build.Select(Equal.Of(ExpM1.Of(ofSoftMax), Build.Zero), Build.Zero, pole), VanishingFactors.GuardPoles(pole));
        Assert.Equal(other, VanishingFactors.GuardPoles(other));
        Assert.Equal(original, VanishingFactors.GuardPoles(original));
    }

    /// <summary>p·(a·p^(γ−1) + b) for p = 0 and γ = ½ is 0, not 0·∞.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.25, 1.1875)]
    public void PowerReducedByOne_TakesItsBaseBack(double p, double expected)
    {
        Expr guarded = Build.Select(Equal.Of(Gamma, Build.Zero), Build.Zero, Pow.Of(P, Gamma - Build.One) * 2);
        Expr formula = new Call(Multiply.Instance, [P, guarded + (P + Build.Half)]);

        Assert.Equal(expected, FormulaEvaluator.Evaluate(Simplification.Simplify(formula), (P, p), (Gamma, 0.5)), 1e-15);
    }
}
