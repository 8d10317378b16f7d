using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class RecursionTests
{
    [Fact]
    public Task LossThatCallsItself_IsReported() => LanguageRule.IsReportedInMethod(
        "LG0006", "A loss is copied into its callers and cannot call itself: Tested → Tested", "(float p, float y) => p > 0 ? [|Tested(p - 1, y)|] : y;");

    [Fact]
    public Task Helpers_ShowTheirCycle() => LanguageRule.AreReported(
        TestCompilation.Usings + "static class Helpers { [LossFunction] static float Even(float x) => [|Odd(x - 1)|]; [LossFunction] static float Odd(float x) => [|Even(x - 1)|]; }",
        ("LG0006", "A loss is copied into its callers and cannot call itself: Even → Odd → Even"),
        ("LG0006", "A loss is copied into its callers and cannot call itself: Odd → Even → Odd"));
}
