using LossGen.Generator.Model;
using LossGen.Generator.Stability.Traits;
using LossGen.Generator.Tests.Parsing;
using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Stability.Traits;

/// <summary>The traits of losses that everybody knows. What is not proven is not claimed.</summary>
public class TraitAnalysisTests
{
    private const double None = double.PositiveInfinity;

    [Theory]
    [InlineData("Square(p - y)", "convex smooth symmetric constant", None, 2, 0)]
    [InlineData("0.5 * (p - y) * (p - y)", "convex smooth symmetric constant", None, 1, 0)]
    [InlineData("Abs(y - p)", "convex symmetric", 1, None, 0)]
    [InlineData("Abs(p - y) <= delta ? 0.5 * Square(p - y) : delta * (Abs(p - y) - 0.5 * delta)", "convex smooth symmetric", 1.345, 1, 0)]
    [InlineData("Abs(p - y) < delta ? 0.5 * Square(p - y) / delta : Abs(p - y) - 0.5 * delta", "convex smooth symmetric", 1, 1 / 1.345, 0)]
    [InlineData("delta * delta * (Sqrt(1 + Square((p - y) / delta)) - 1)", "convex smooth symmetric", 1.345, 1, 0)]
    [InlineData("LogCosh(p - y)", "convex smooth symmetric", 1, 1, 0)]
    [InlineData("Log(Cosh(p - y))", "convex smooth symmetric", 1, 1, 0)]
    [InlineData("Max(0.9 * (y - p), -0.1 * (y - p))", "convex", 0.9, None, 0)]
    [InlineData("y > p ? 0.9 * (y - p) : 0.1 * (p - y)", "convex", 0.9, None, 0)]
    [InlineData("Max(0, Abs(p - y) - 0.1)", "convex symmetric", 1, None, 0)]
    [InlineData("Abs(p - y) <= 0.2 ? Abs(p - y) : (Square(p - y) + 0.04) / 0.4", "convex symmetric", None, None, 0)]
    [InlineData("Pow(Abs(p - y), 1.5)", "convex smooth symmetric", None, None, 0)]
    [InlineData("Log(1 + Square(p - y))", "smooth symmetric", 1, 2, 0)]
    [InlineData("Square(p - y) / (1 + Square(p - y))", "smooth symmetric", 0.6495190528, 2, 0)]
    [InlineData("2 * LogP1(Square(p - y) / 3)", "smooth symmetric", 1.1547005384, 1.3333333333, 0)]
    [InlineData("1 - Exp(-0.5 * Square(p - y))", "smooth symmetric", 0.6065306597, 1, 0)]
    [InlineData("p > 0 ? p * p : 2 * p * p", "convex smooth", None, 4, 0)]
    public void Distances(string formula, string traits, double lipschitz, double curvature, double lower) =>
        AssertTraits($"(p, y) => {formula}", traits, lipschitz, curvature, lower);

    [Theory]
    [InlineData("(p, [AllowedValues(0, 1)] y) => Softplus(p) - y * p", "convex smooth", 1, 0.25, 0)]
    [InlineData("(p, [AllowedValues(-1, 1)] y) => Log(1 + Exp(-y * p))", "convex smooth", 1, 0.25, 0)]
    [InlineData("([Prediction(Link = Link.Sigmoid)] p, [Range(0, 1)] y) => -(y * Log(p) + (1 - y) * Log(1 - p))", "convex smooth", 1, 0.25, 0)]
    [InlineData("([Range(0, 1)] p, [Range(0, 1)] y) => -(y * Log(p) + (1 - y) * Log(1 - p))", "convex", None, None, 0)]
    [InlineData("(p, [AllowedValues(-1, 1)] y) => Max(0, 1 - y * p)", "convex", 1, None, 0)]
    [InlineData("(p, [AllowedValues(-1, 1)] y) => (y * p) switch { >= 1 => 0, >= -1 => Square(1 - y * p), _ => -4 * (y * p) }", "convex smooth", 4, 2, 0)]
    [InlineData("(p, [AllowedValues(-1, 1)] y) => Exp(-y * p)", "convex smooth", None, None, 0)]
    [InlineData("(p, [Range(0, 100)] y) => Exp(p) - y * p", "convex smooth", None, None, -None)]
    [InlineData("([Prediction(Link = Link.Sigmoid)] p, [AllowedValues(0, 1)] y) => Square(p - y)", "smooth", 0.3, double.NaN, 0)]
    [InlineData("(Row z, int label) => LogSumExp(z) - z[label]", "convex smooth", 1, 1, 0)]
    [InlineData("(Row z, int label) => -LogSoftMax(z)[label]", "convex smooth", 1, 1, 0)]
    [InlineData("(Row z, int label) => Sum(Max(0, 1 + z - z[label])) - 1", "convex", None, None, -1)]
    [InlineData("(Row z, Row t) => Mean(Square(z - t))", "convex smooth symmetric constant", None, 2, 0)]
    [InlineData("(Row z, Row t) => Norm(z - t)", "convex symmetric", None, None, 0)]
    [InlineData("(Row z, Row t) => Norm1(z - t)", "convex symmetric", 1, None, 0)]
    [InlineData("(Row z, Row t) => 1 - CosineSimilarity(z, t)", "symmetric", None, None, -None)]
    public void Classifiers_AndRows(string lambda, string traits, double lipschitz, double curvature, double lower) =>
        AssertTraits(lambda, traits, lipschitz, curvature, lower);

    [Theory]
    [InlineData("-Abs(p - y)", "symmetric", 1, None, -None)]
    [InlineData("Min(Square(p - y), 1)", "symmetric", 2, None, 0)]
    [InlineData("p > 0 ? 1 + p : p", "", None, None, -None)]
    [InlineData("Floor(p) - y", "", None, None, -None)]
    [InlineData("-Cbrt(Square(p - y))", "symmetric", None, None, -None)]
    [InlineData("Sqrt(Abs(p - y))", "symmetric", None, None, 0)]
    [InlineData("1 / Square(p) + 0 * y", "", None, None, 0)]
    [InlineData("y * Square(p)", "smooth", None, None, -None)]
    [InlineData("(p - y) * Abs(p - y)", "smooth", None, 2, -None)]
    [InlineData("p > y ? y - p : p - y", "", 1, None, -None)]
    [InlineData("Square(StopGradient(p) - y) + p", "", None, None, -None)]
    [InlineData("Square(p - 2 * y)", "convex smooth constant", None, 2, 0)]
    [InlineData("-Square(p - y)", "smooth symmetric constant", None, 0, -None)]
    [InlineData("Abs(p - y) <= delta ? Square(p - y) : delta * (Abs(p - y) - 0.5 * delta)", "symmetric", None, None, 0)]
    public void WhatLooksConvexOrSmooth_AndIsNot(string formula, string traits, double lipschitz, double curvature, double lower) =>
        AssertTraits($"(p, y) => {formula}", traits, lipschitz, curvature, lower);

    [Fact]
    public void Hyperparameters_RangeWhereTheyAreDeclaredTo()
    {
        ProvenTraits traits = Of("(p, y) => Abs(p - y) <= delta ? 0.5 * Square(p - y) : delta * (Abs(p - y) - 0.5 * delta)", "[Range(0.5, 3)] double delta = 1");

        Assert.Equal((true, true, 3), (traits.IsConvex, traits.IsSmooth, traits.LipschitzBound));
    }

    [Fact]
    public void SeveralPredictions_AreTakenTogether()
    {
        Assert.True(Of("([Prediction] a, [Prediction] b, y) => Square(a - y) + Abs(a - 2 * b)").IsConvex);
        Assert.False(Of("([Prediction] a, [Prediction] b, y) => Square(a * b - y)").IsConvex);
        Assert.False(Of("([Prediction] mean, [Prediction] logVariance, y) => 0.5 * (logVariance + Square(mean - y) * Exp(-logVariance))").IsConvex);
    }

    private static void AssertTraits(string lambda, string expected, double lipschitz, double curvature, double lower)
    {
        ProvenTraits traits = Of(lambda);
        string actual = string.Join(' ', new[]
        {
            traits.IsConvex ? "convex" : "",
            traits.IsSmooth ? "smooth" : "",
            traits.IsSymmetric ? "symmetric" : "",
            traits.HasConstantHessian ? "constant" : "",
        }.Where(static trait => trait.Length > 0));

        Assert.Equal(expected, actual);
        AssertBound(lipschitz, traits.LipschitzBound);
        AssertBound(curvature, traits.CurvatureBound);
        Assert.True(traits.LowerBound <= lower && (double.IsInfinity(lower) || traits.LowerBound > lower - 1e-9), $"the lower bound is {traits.LowerBound}, not {lower}");
    }

    /// <summary>A bound may be a little above the true one, never below. NaN is not looked at.</summary>
    private static void AssertBound(double expected, double actual) =>
        Assert.True(double.IsNaN(expected) || (double.IsInfinity(expected) ? double.IsInfinity(actual) : actual >= expected - 1e-9 && actual <= expected * 1.15), $"the bound is {actual}, not {expected}");

    private static ProvenTraits Of(string lambda, string hyperparameters = "double delta = 1.345")
    {
        string constructor = lambda.Contains("delta", StringComparison.Ordinal) ? $"({hyperparameters})" : "";
        LossModel model = ParsedLoss.Of($"{TestCompilation.Usings}[Loss(\"{lambda}\")] public sealed partial class Tested{constructor};") ?? throw new ArgumentException($"{lambda} is no loss.");
        return TraitAnalysis.Of(model);
    }
}
