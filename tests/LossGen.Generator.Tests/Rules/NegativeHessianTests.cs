using Microsoft.CodeAnalysis;
using Xunit;

namespace LossGen.Generator.Tests.Rules;

public sealed class NegativeHessianTests
{
    [Theory]
    [InlineData("([|p|], y) => Log(1 + Square(p - y))")]
    [InlineData("([|p|], y) => 1 - Exp(-Square(p - y))")]
    [InlineData("([Prediction(Link = Link.Sigmoid)] [|p|], y) => Square(p - y)")]
    public async Task NonConvexLoss_IsASuggestionWithAPoint(string lambda)
    {
        Diagnostic diagnostic = Assert.Single(await LossRule.Report("LG2004", MarkedText(lambda)));
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Matches(@"^The second derivative by 'p' is -\S+ at p = \S+, y = \S+: ", diagnostic.GetMessage(null));
    }

    [Theory]
    [InlineData("(p, y) => Log(1 + Square(p - y))", "Hessian = HessianPolicy.Floor")]
    [InlineData("(p, y) => Log(1 + Square(p - y))", "Hessian = HessianPolicy.None")]
    [InlineData("(p, y) => Softplus(p) - y * p", "")]
    [InlineData("(p, y) => LogCosh(p - y)", "")]
    [InlineData("(Row z, int label) => LogSumExp(z) - z[label]", "")]
    [InlineData("([Prediction] Row a, [Prediction] Row b) => 1 - CosineSimilarity(a, b + 1)", "")]
    [InlineData("([Prediction] mean, [Prediction, Range(0.1, 10)] scale, y) => Log(scale) + 0.5 * Square((y - mean) / scale)", "")]
    [InlineData("(w) => Log(1 + Square(w))", "")]
    public async Task ConvexLossOrAPolicyOrNothingForABooster_IsNot(string lambda, string options) => await LossRule.IsSilent("LG2004", lambda, options);

    private static string MarkedText(string lambda) => LossRule.Lambda(lambda.Replace("[|", "").Replace("|]", ""));
}
