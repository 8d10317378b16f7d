using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Ranges;
using LossGen.Generator.Tests.Parsing;
using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Stability.Ranges;

/// <summary>What the range analysis sees through: domains, guards, and operands that are related.</summary>
public class RangeAnalysisTests
{
    private const double Undeclared = 1e4;

    [Theory]
    [InlineData("p => p", -1e4, 1e4)]
    [InlineData("([Range(0, 1)] p) => 1 - p", 0, 1)]
    [InlineData("([Range(0, 1)] p, [AllowedValues(0, 1)] y) => p - y", -1, 1)]
    [InlineData("([Prediction(Link = Link.Sigmoid)] p) => p", 0, 1)]
    [InlineData("p => (p - 1) * (p - 1)", 0, double.NaN)]
    [InlineData("p => p * p + 1", 1, double.NaN)]
    [InlineData("p => p * -p", double.NaN, 0)]
    [InlineData("p => p * p * (p * p)", 0, double.NaN)]
    [InlineData("p => Pow(p, 4)", 0, double.NaN)]
    [InlineData("p => (p + 3) - (p + 3)", 0, 0)]
    [InlineData("p => (p * p + 1) / (p * p + 1)", 1, 1)]
    [InlineData("p => Exp(p) / (Exp(p) + 1)", 0, 1)]
    [InlineData("p => Abs(p) - p", 0, 2e4)]
    [InlineData("p => p - Max(p, 3)", double.NaN, 0)]
    [InlineData("p => Clamp(p, 1e-7, 1 - 1e-7)", 1e-7f, 0.9999999f)]
    [InlineData("p => Clamp(p, 1e-50, 1 - 1e-8)", 0, 1)]
    public void Operands_ThatAreRelated_AreSeenTogether(string lambda, double low, double high) => AssertRange(lambda, low, high);

    [Theory]
    [InlineData("p => p > 2 ? p : 3", 2.0000002384185791, 1e4)]
    [InlineData("p => p >= 2 && p < 3 ? p : 2", 2, 2.9999997615814209)]
    [InlineData("p => p is >= -1 and <= 1 ? p * p : 1", 0, 1)]
    [InlineData("p => !(p > 2 || p < -2) ? p : 0", -2, 2)]
    [InlineData("p => Abs(p) <= 3 ? p : 0", -3, 3)]
    [InlineData("(p, y) => Abs(p - y) <= 1 ? (p - y) * (p - y) : 1", 0, 1)]
    [InlineData("(p, y) => p < y ? Sqrt(y - p) : 0", 0, 141.4)]
    [InlineData("p => p switch { >= 1 => 0, >= -1 => 1 - p, _ => 2 }", 0, 2)]
    [InlineData("p => p == 2 ? p : 2", 2, 2)]
    [InlineData("p => 2 * p + 1 > 5 ? (p > 1 ? 1 : -1) : 1", 1, 1)]
    [InlineData("p => IsFinite(1 / p) ? Clamp(p, -1, 1) : 0", -1, 1)]
    public void Branches_KnowTheirCondition(string lambda, double low, double high) => AssertRange(lambda, low, high);

    [Theory]
    [InlineData("(Row z) => Sum(Exp(z - Max(z)))", 1, double.NaN)]
    [InlineData("(Row z) => Max(z - Max(z))", double.NaN, 0)]
    [InlineData("(Row z) => Mean(Clamp(z, 0, 1))", 0, 1.0009)]
    [InlineData("(Row z) => Sum(SoftMax(z))", 0, double.NaN)]
    [InlineData("(Row z, [Simplex] Row q) => Sum(q) + 0 * z[0]", 0.99, 1.01)]
    [InlineData("(Row z, int label) => Max(z) - z[label]", 0, 2e4)]
    [InlineData("(Row z, int label) => SoftMax(z)[label]", 0, 1)]
    public void Rows_KnowTheirReductions(string lambda, double low, double high) => AssertRange(lambda, low, high);

    [Fact]
    public void Guard_KeepsALogarithmDefined()
    {
        Assert.False(RangeOf("p => p > 0 ? Log(p) : 0", Numbers.Single).MayBeNaN);
        Assert.True(RangeOf("p => p > -1 ? Log(p) : 0", Numbers.Single).MayBeNaN);
        Assert.False(RangeOf("(Row z) => Sum(Select(z > 0, Log(z), 0))", Numbers.Single).MayBeNaN);
    }

    [Fact]
    public void AFactAboutOneColumn_SaysNothingAboutTheOthers()
    {
        Interval range = RangeOf("(Row z) => Max(Select(z > 0, Min(z), 0))", Numbers.Single);

        Assert.True(range.Low <= 0 && range.Contains(-1e4));
    }

    [Fact]
    public void RealNumbers_HaveNoOverflow()
    {
        Assert.True(RangeOf("p => Exp(p) - Exp(2 * p)", Numbers.Single).MayBeNaN);
        Assert.False(RangeOf("p => Exp(p) - Exp(2 * p)", Numbers.Real).MayBeNaN);
        Assert.Equal(new Interval(1, 1), RangeOf("(Row z) => Sum(SoftMax(z))", Numbers.Real));
        Assert.Equal(new Interval(-1, 1), RangeOf("(Row a, Row b) => CosineSimilarity(a, b)", Numbers.Real) with { MayBeNaN = false });
    }

    [Fact]
    public void ClosedAnalysis_HasBothSidesOfAJump()
    {
        LossModel model = Parse("([Range(0, 0)] p) => p > 0 ? 2 : 1");

        Assert.Equal(new Interval(1, 1), RangeAnalysis.Create(InputDomains.Of(model, Undeclared), Numbers.Real).Of(model.Value.Root));
        Assert.Equal(new Interval(1, 2), RangeAnalysis.Create(InputDomains.Of(model, Undeclared), Numbers.Real, isClosed: true).Of(model.Value.Root));
    }

    /// <summary>Bounds that are NaN are not looked at; the others may be a unit in the last place apart.</summary>
    private static void AssertRange(string lambda, double low, double high)
    {
        Interval range = RangeOf(lambda, Numbers.Single);

        Assert.True(double.IsNaN(low) || (range.Low <= low && range.Low >= low - (Math.Abs(low) * 1e-3)), $"{range} does not start at {low}");
        Assert.True(double.IsNaN(high) || (range.High >= high && range.High <= high + (Math.Abs(high) * 1e-3)), $"{range} does not end at {high}");
    }

    private static Interval RangeOf(string lambda, Numbers numbers)
    {
        LossModel model = Parse(lambda);
        Expr formula = new ExprInterner().Intern(Links.ApplyAsWritten(model.Value.Root, model.Parameters));
        return RangeAnalysis.Create(InputDomains.Of(model, Undeclared), numbers).Of(formula);
    }

    private static LossModel Parse(string lambda) =>
        ParsedLoss.Of($"{TestCompilation.Usings}[Loss(\"{lambda}\")] public sealed partial class Tested;") ?? throw new ArgumentException($"{lambda} is no loss.");
}
