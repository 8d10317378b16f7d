using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class UnusedParameterTests
{
    [Fact]
    public Task Target_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0021", "The loss does not depend on its parameter 'weight'", "(p, y, [|weight|]) => Square(p - y)");

    [Fact]
    public Task Hyperparameter_IsReported() => LanguageRule.IsReportedInMethod(
        "LG0021", "The loss does not depend on its parameter 'delta'", "(float p, float y, float [|delta|] = 1) => Square(p - y);");
}
