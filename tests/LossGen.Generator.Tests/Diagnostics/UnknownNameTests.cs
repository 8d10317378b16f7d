using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class UnknownNameTests
{
    [Fact]
    public Task UndeclaredName_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0012", "The name 'scale' is neither a parameter, nor a local, nor a constant", "(p, y) => [|scale|] * Abs(p - y)");

    [Fact]
    public Task MisspeltName_SuggestsTheParameter() => LanguageRule.IsReportedInLambda(
        "LG0012", "The name 'tagret' is neither a parameter, nor a local, nor a constant; did you mean 'target'?", "(prediction, target) => prediction - [|tagret|] + target");

    [Fact]
    public Task UnknownConstantOfType_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0012", "The name 'Pj' is neither a parameter, nor a local, nor a constant; did you mean 'Pi'?", "(p, y) => p - y + float.[|Pj|]");

    [Fact]
    public Task UnassignedLocal_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0012", "The name 'loss' is neither a parameter, nor a local, nor a constant with a value here: not every path assigns it", "(p, y) => { float loss; if (p > y) loss = p; return [|loss|] - y; }");

    [Fact]
    public Task PrivateConstantOfAnotherType_IsNotAccessible() => LanguageRule.IsReportedInLambda(
        "LG0012", "The name 'Secret' is neither a parameter, nor a local, nor a constant: it is not accessible here", "(p, y) => p - y + Vault.[|Secret|]", members: "class Inner; } class Vault { private const float Secret = 1;");
}
