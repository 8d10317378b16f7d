using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Functions;
using LossGen.Generator.Tests.Oracles;
using Xunit;

namespace LossGen.Generator.Tests.Calculus;

/// <summary>Sums are collected as a whole, whatever their terms.</summary>
public sealed class SimplificationTests
{
    private static readonly Variable X = new(new Input(InputRole.Prediction, 0, "x"));
    private static readonly Variable Y = new(new Input(InputRole.Target, 0, "y"));

    /// <summary>Both branches hand −σ(x) on: their choice is a term like any other, with a coefficient of its own.</summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void ChoiceOfEqualTerms_CancelsAgainstTheRestOfTheSum(double x)
    {
        Expr slope = Sigmoid.Of(X);
        Expr isPositive = Build.Call(LessThan.Instance, Build.Zero, X);
        Expr sum = slope - new Select(isPositive, slope, Build.Zero) - new Select(isPositive, Build.Zero, slope);

        Assert.Equal(0, FormulaEvaluator.Evaluate(Simplification.Simplify(sum), (X, x)));
    }

    [Fact]
    public void TermsApart_AreCollectedAcrossTheSum()
    {
        Expr sum = (2 * X) + Y + Sigmoid.Of(Y) - X - Y;

        Assert.Equal(X + Sigmoid.Of(Y), Simplification.Simplify(sum));
    }

    /// <summary>A sum that is a factor is collected although the product is no sum.</summary>
    [Fact]
    public void SumWithinAProduct_IsCollected() => Assert.Equal(Build.Multiply(Y, 2 * X), Simplification.Simplify(Build.Multiply(Y, Build.Add(X, X))));

    /// <summary>The author's y = 0 ? 0 : y·f is there for an f that is infinite, or no number, where y is 0.</summary>
    [Theory]
    [InlineData("Negate", double.PositiveInfinity)]
    [InlineData("Exp", 1e4)]
    [InlineData("Square", 1e200)]
    [InlineData("Sqrt", -1)]
    [InlineData("Log", 0)]
    [InlineData("Softplus", double.PositiveInfinity)]
    public void GuardOfAFactorWithoutBounds_Stays(string function, double x)
    {
        Expr guarded = Guarded(Y, Build.Call(Examples.Find(function), X));

        Assert.Equal(0, FormulaEvaluator.Evaluate(Simplification.Simplify(guarded), (X, x), (Y, 0)));
    }

    /// <summary>At y = 0 a factor that depends on y is taken at 0.</summary>
    [Fact]
    public void GuardOfAPoleAtZero_Stays() => Assert.Equal(0, FormulaEvaluator.Evaluate(Simplification.Simplify(Guarded(Y, Log.Of(Y))), (X, 1), (Y, 0)));

    [Theory]
    [InlineData("Sigmoid")]
    [InlineData("Tanh")]
    [InlineData("Gaussian")]
    public void GuardOfABoundedFactor_IsDropped(string function)
    {
        Expr factor = Build.Call(Examples.Find(function), X);

        Assert.Equal(Build.Multiply(Y, factor), Simplification.Simplify(Guarded(Y, factor)));
    }

    /// <summary>The derivative of a power by its base has such a guard for its exponent: σ(x)ᵏ⁻¹ has no pole once it is multiplied with σ(x).</summary>
    [Fact]
    public void GuardOfAnExponent_IsDroppedWhereOrdinaryInputsHaveFiniteFactors()
    {
        Variable exponent = new(new Input(InputRole.Hyperparameter, 0, "k"));
        Expr factor = Softplus.Of(X) * Pow.Of(Sigmoid.Of(X), exponent);

        Assert.DoesNotContain(ExprOrder.ChildrenFirst(Simplification.Simplify(Guarded(exponent, factor)), ExprChildren.Of), static node => node is Select);
        Assert.Equal(0, FormulaEvaluator.Evaluate(Simplification.Simplify(Guarded(exponent, Exp.Of(X))), (X, 1e4), (exponent, 0)));
    }

    [Fact]
    public void SoftMaxWeights_AddUpToOne() => Assert.Equal(Build.One, Build.Sum(Weight));

    /// <summary>k·Σ w·log w by the score of one column, as the chain rule has it: k·w·(log w + 1) under the author's guard, and what comes back through the log-sum-exp.</summary>
    [Fact]
    public void GuardedWeight_TakesInWhatCancelsIt()
    {
        Expr logarithm = Score - LogSumExp;
        Expr guard = Build.Call(LessThanOrEqual.Instance, Weight, Build.Zero);
        Variable strength = new(new Input(InputRole.Hyperparameter, 0, "k"));
        Expr slope = Build.Select(guard, Build.Zero, strength * Weight * (logarithm + Build.One)) - (Weight * (strength + Y));

        Assert.Equal(Build.Select(guard, Build.Zero, Weight * ((strength * logarithm) - Y)), Simplification.Simplify(slope));
    }

    /// <summary>A choice of two numbers that is compared with the first of them is the condition of the choice.</summary>
    [Fact]
    public void ComparedChoiceOfNumbers_IsItsCondition()
    {
        Expr isPositive = LessThan.Of(Build.Zero, X);

        Assert.Equal(isPositive, Equal.Of(Build.Select(isPositive, Build.One, Build.Zero), Build.One));
    }

    private static Read Score { get; } = new(new Input(InputRole.Prediction, 0, "z"), Column.Instance);

    private static Expr LogSumExp { get; } = Build.Reduce(ReductionKind.LogSumExp, Score);

    private static Expr Weight { get; } = SoftMaxWeight.Of(Score, LogSumExp);

    private static Expr Guarded(Expr mask, Expr factor) => Build.Select(Equal.Of(mask, Build.Zero), Build.Zero, mask * factor);
}
