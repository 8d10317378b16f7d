using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class IntegerArithmeticTests
{
    [Fact]
    public Task QuotientOfIntegers_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0011", "1 / 2 divides integers and drops the fraction: make one of them a floating-point number", "(p, y) => [|1 / 2|] * Square(p - y)");

    [Fact]
    public Task QuotientOfLabel_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0011", "label / 10 divides integers and drops the fraction: make one of them a floating-point number", "(p, int label) => p - [|label / 10|]");

    [Fact]
    public Task QuotientOfIntegerLocals_IsReported() => LanguageRule.IsReportedInMethod(
        "LG0011", "half / 2 divides integers and drops the fraction: make one of them a floating-point number", "(float p, float y) { var half = p > y ? 1 : 3; return p - y + [|half / 2|]; }");

    [Fact]
    public Task Caret_IsNoPower() => LanguageRule.IsReportedInLambda(
        "LG0011", "p ^ 2 is an exclusive or of bits, not a power: write Pow(p, 2)", "(p, y) => y - ([|p ^ 2|])");

    [Fact]
    public Task CaretBehindParentheses_IsNoPower() => LanguageRule.IsReportedInLambda(
        "LG0011", "(p - y) ^ 2 is an exclusive or of bits, not a power: write Pow(p - y, 2)", "(p, y) => y - ([|(p - y) ^ 2|])");

    [Fact]
    public Task OverflowOfConstants_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0011", "65536 * 65536 does not fit an int: use floating-point numbers", "(p, y) => p - y + [|65536 * 65536|]");

    [Fact]
    public Task SignOfMath_IsAnInteger() => LanguageRule.IsReportedInMethod(
        "LG0011", "Math.Sign(p - y) / 2 divides integers and drops the fraction: make one of them a floating-point number", "(float p, float y) => [|Math.Sign(p - y) / 2|];");
}
