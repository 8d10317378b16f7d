using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Rules;

public sealed class KinksTests
{
    [Fact]
    public async Task Kinks_AreListedWhereTheyStand() => await LossRule.IsReportedInLambda(
        "LG2005",
        "Kink at 1 − y·p = 0: the derivative of the ramp is 0 there\nKink at p − y = 0: the derivative of the absolute value is 0 there",
        "(p, y) => [|Relu(1 - y * p)|] + [|Abs(p - y)|]");

    [Fact]
    public async Task SmoothLoss_HasNone() => await LossRule.IsSilent("LG2005", "(p, y) => Softplus(p) - y * p");

    [Fact]
    public async Task Kinks_AreNotListedByDefault() => Assert.DoesNotContain(
        await AnalyzerRunner.RunAsync(TestCompilation.Create(LossRule.Lambda("(p, y) => Abs(p - y)")), AnalyzerRunner.Rules, TestContext.Current.CancellationToken),
        static diagnostic => diagnostic.Id == "LG2005");
}
