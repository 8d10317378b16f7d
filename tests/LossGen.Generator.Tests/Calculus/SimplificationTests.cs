using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
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
}
