using Xunit;

namespace LossGen.Generator.Tests.Rules;

public sealed class UnboundedBelowTests
{
    [Theory]
    [InlineData("([Range(0, 1)] p, [AllowedValues(0, 1)] y) => y * Log(p) + (1 - y) * Log(1 - p)", "p approaches 1, for example to −∞ at p = 1, y = 0")]
    [InlineData("(p, y) => -Square(p - y)", "p grows, for example to −9.998E+07 at p = 1E+04, y = 1")]
    [InlineData("(p, y) => y * p", "p falls, for example to −1E+04 at p = -1E+04, y = 1")]
    [InlineData("(Row z, int label) => z[label] - LogSumExp(z)", "z[0] falls, for example to −1E+04 at z = [-1E+04, ")]
    [InlineData("([Prediction(Link = Link.Sigmoid)] p, [AllowedValues(0, 1)] y) => y * Log(p) + (1 - y) * Log(1 - p)", "p grows, for example to −1E+04 at p = 1E+04, y = 0")]
    [InlineData("(p, y) => p * p * p - y", "p falls")]
    public async Task ForgottenMinusSign_IsReportedWithItsWitness(string lambda, string beginning)
    {
        Microsoft.CodeAnalysis.Diagnostic diagnostic = Assert.Single(await LossRule.Report("LG2003", LossRule.Lambda(lambda)));
        Assert.StartsWith($"The loss falls without bound as {beginning}".Replace('−', '-'), diagnostic.GetMessage(null).Replace('−', '-'));
    }

    [Theory]
    [InlineData("([Range(0, 1)] p, [AllowedValues(0, 1)] y) => -(y * Log(p) + (1 - y) * Log(1 - p))")]
    [InlineData("([Prediction] mean, [Prediction] logVariance, y) => 0.5 * (logVariance + Square(mean - y) * Exp(-logVariance))")]
    [InlineData("([Prediction] mean, [Prediction] [Range(0, 1e6)] variance, y) => 0.5 * (Log(variance) + Square(mean - y) / variance)")]
    [InlineData("([Prediction] location, [Prediction(Link = Link.Softplus)] scale, y) => Log(2 * scale) + Abs(y - location) / scale")]
    [InlineData("([Prediction] [Range(0, 1e6)] a, [Prediction] [Range(0, 1e6)] b, [Range(0, 1e6)] y) => LogGamma(a) - a * Log(b) - (a - 1) * Log(y) + b * y")]
    [InlineData("([Prediction] logVariance, mean, y) => 0.5 * (logVariance + Square(y - mean) * Exp(Min(-logVariance, 80)))")]
    [InlineData("([Prediction, Range(0, 100)] scale, mean, y) => Log(scale) + Abs(y - mean) / Max(scale, 1e-6)")]
    [InlineData("(f, y) => Exp(f) - y * f")]
    [InlineData("([Range(0, 1e6)] p, y) => p - y * Log(p)")]
    [InlineData("(p, y) => -Log(p) * y")]
    [InlineData("(p, [AllowedValues(-1, 1)] y) => y == 1 ? p : Max(0, 1 - p)")]
    [InlineData("(p, y) => Max(0, 1 - y * p)")]
    [InlineData("(p, y) => Abs(p - y) - 5")]
    [InlineData("(Row z, int label) => LogSumExp(z) - z[label]")]
    [InlineData("([Range(0, 1)] p, y) => -Square(p - y)")]
    [InlineData("(Row a, Row b) => 1 - CosineSimilarity(a, b)")]
    public async Task LikelihoodsAndBoundedLosses_AreNot(string lambda) => await LossRule.IsSilent("LG2003", lambda);
}
