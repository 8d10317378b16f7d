using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class NotReducedTests
{
    [Fact]
    public Task RowOfLambda_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0004", "The loss of a sample must be one number, but this is a row: reduce it, for example with Sum or Mean", "(Row p, Row y) => [|Square(p - y)|]");

    [Fact]
    public Task RowOfMethod_IsReportedAtItsType() => LanguageRule.IsReported(
        "LG0004", "The loss of a sample must be one number, but this is a row: reduce it, for example with Sum or Mean", TestCompilation.Usings + "static class Losses { [Loss] static [|Row|] Tested(Row p, Row y) => p - y; }");
}
