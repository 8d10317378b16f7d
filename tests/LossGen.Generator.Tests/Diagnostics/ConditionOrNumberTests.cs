using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class ConditionOrNumberTests
{
    [Fact]
    public Task ConditionInProduct_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0017", "The operator * needs a number, but this is a condition", "(p, y) => [|(p > y)|] * Square(p - y)");

    [Fact]
    public Task NumberAsCondition_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0017", "The operator ?: needs a condition, but this is a number", "(p, y) => [|p|] ? y : 0");

    [Fact]
    public Task NumberInAnd_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0017", "The operator && needs a condition, but this is a number", "(p, y) => p > 0 && [|y|] ? p : 0");

    [Fact]
    public Task MixedBranches_AreReported() => LanguageRule.IsReportedInLambda(
        "LG0017", "A choice with a number needs a number, but this is a condition", "(p, y) => p > 0 ? y : [|p > y|]");

    [Fact]
    public Task ConditionAsLoss_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0017", "A loss needs a number, but this is a condition", "(p, y) => [|p > y|]");

    [Fact]
    public Task ConditionInFunction_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0017", "Abs needs a number, but this is a condition", "(p, y) => Abs([|p > y|])");
}
