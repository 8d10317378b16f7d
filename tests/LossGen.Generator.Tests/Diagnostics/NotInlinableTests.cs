using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class NotInlinableTests
{
    [Fact]
    public Task ErrorThatDependsOnTheArgument_IsReportedAtTheCall() => LanguageRule.IsReportedInLambda(
        "LG0020", "'At' cannot be copied into the loss: A row cannot be indexed by 'column': an index is a label, a constant such as 0, or a constant from the end such as ^1", "(Row p) => [|At(p, k)|]", constructor: "int k", members: "[LossFunction] static float At(Row row, int column) => row[column];");

    [Fact]
    public Task GenericHelper_IsReportedAtTheCallAndAtItself() => LanguageRule.AreReported(
        TestCompilation.Usings + "static class Losses { [Loss] static float Tested(float p) => [|Half<float>|](p); [Loss] static float Other(float p) => [|Half(p)|]; [LossFunction] static float [|Half|]<T>(float x) => x; }",
        ("LG0002", "The loss language does not have calls of type arguments"),
        ("LG0020", "'Half' cannot be copied into the loss: it is generic"),
        ("LG0018", "'Half' cannot be a loss: it is generic, and formulas are on numbers and rows"));

    [Fact]
    public Task HelperInError_IsReportedAtTheCallAndAtItself() => LanguageRule.AreReported(
        TestCompilation.Usings + "static class Losses { [Loss] static float Tested(float p) => [|Half(p)|]; [LossFunction] static float Half(float x) => [|1 / 2|] * x; }",
        ("LG0020", "'Half' cannot be copied into the loss: 1 / 2 divides integers and drops the fraction: make one of them a floating-point number"),
        ("LG0011", "1 / 2 divides integers and drops the fraction: make one of them a floating-point number"));
}
