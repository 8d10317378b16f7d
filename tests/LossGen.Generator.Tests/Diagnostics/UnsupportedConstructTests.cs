using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class UnsupportedConstructTests
{
    [Fact]
    public Task Loop_IsNamed() => LanguageRule.IsReportedInMethod(
        "LG0002", "The loss language does not have loops", "(Row p) { var sum = 0f; [|for (int i = 0; i < p.Length; i++) sum += p[i];|] return sum; }");

    [Fact]
    public Task String_IsNamed() => LanguageRule.IsReportedInMethod(
        "LG0002", "The loss language does not have strings", "(float p, float y) => p - y - [|\"\"|].Length;");

    [Fact]
    public Task ArrayInRow_IsNamed() => LanguageRule.IsReportedInLambda(
        "LG0002", "The loss language does not have arrays", "(Row p) => Sum(p - [|[1, 2]|])");

    [Fact]
    public Task IncrementOperator_IsNamed() => LanguageRule.IsReportedInLambda(
        "LG0002", "The loss language does not have the operator ++", "(p, y) => [|p++|] - y");

    [Fact]
    public Task Bits_AreNamed() => LanguageRule.IsReportedInLambda(
        "LG0002", "The loss language does not have the operator ~", "(p, y) => p - y + [|~1|]");

    [Fact]
    public Task Throw_IsNamed() => LanguageRule.IsReportedInLambda(
        "LG0002", "The loss language does not have 'throw'", "(p, y) => p > 0 ? p - y : [|throw null|]");

    [Fact]
    public Task SwitchWithoutRest_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0002", "The loss language does not have a switch without an arm for everything else: add an arm '_ => …' (NaN matches no range)", "(p, y) => p [|switch|] { < 0 => y, >= 0 => p }");

    [Fact]
    public Task TypePattern_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0002", "The loss language does not have the pattern 'float q': patterns are ranges and constants, with and, or and not", "(p, y) => p is [|float q|] ? y : p");

    [Fact]
    public Task StaticField_IsNoConstant() => LanguageRule.IsReportedInLambda(
        "LG0002", "The loss language does not have the field 'Scale': only parameters, locals and const fields are values", "(p, y) => [|Scale|] * Abs(p - y)", members: "static float Scale = 2;");

    [Fact]
    public Task PathWithoutReturn_IsReported() => LanguageRule.IsReportedInMethod(
        "LG0002", "The loss language does not have a path without 'return': every path returns the loss", "(float p, float y) { if (p > y) return p; [|}|]");

    [Fact]
    public Task MethodOfValue_IsReported() => LanguageRule.IsReportedInMethod(
        "LG0002", "The loss language does not have methods of values: call a function with the value as its argument", "(float p, float y) => p.[|CompareTo|](y);");

    [Fact]
    public Task LocalFunction_IsNamed() => LanguageRule.IsReportedInMethod(
        "LG0002", "The loss language does not have local functions", "(float p, float y) { [|float F(float x) => x;|] return F(p) - y; }");

    [Fact]
    public Task Decimal_IsReported() => LanguageRule.IsReportedInMethod(
        "LG0002", "The loss language does not have decimal numbers: use float or double", "(float p, float y) => (float)[|1.5m|] * (p - y);");

    [Fact]
    public Task UnknownAttributeInLambda_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0002", "The loss language does not have the attribute [Positive]: parameters have Prediction, Range, AllowedValues and Simplex", "([[|Positive|]] p, y) => p - y");

    [Fact]
    public Task AssignmentInExpression_IsNamed() => LanguageRule.IsReportedInMethod(
        "LG0002", "The loss language does not have assignments inside an expression", "(float p, float y) => ([|p = y|]) - y;");
}
