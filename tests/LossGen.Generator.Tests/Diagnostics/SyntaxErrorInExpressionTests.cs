using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class SyntaxErrorInExpressionTests
{
    [Fact]
    public Task MissingParenthesis_IsReportedWhereItIsMissing() => LanguageRule.IsReportedInLambda(
        "LG0010", ") expected", "(p, y) => Abs(p - y[||]");

    [Fact]
    public Task TextThatIsNoLambda_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0010", "The expression must be a lambda such as (p, y) => Square(p - y)", "[|Abs(p - y)|]");

    [Fact]
    public Task TextAfterTheLambda_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0010", "Unexpected token ';'", "[|(p, y) => Abs(p - y)|] ;");
}
