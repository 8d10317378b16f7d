using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class UnsupportedParameterTests
{
    [Fact]
    public Task String_IsReported() => LanguageRule.IsReportedInMethod(
        "LG0014", "A target cannot be string: the language has float, double, int, bool and Row", "(float p, [|string|] y) => p;");

    [Fact]
    public Task ReferenceParameter_IsReported() => LanguageRule.IsReportedInMethod(
        "LG0014", "A target cannot be a 'ref' parameter: a formula takes values", "(float p, [|ref float y|]) => p - y;");

    [Fact]
    public Task ConditionAsTarget_IsReported() => LanguageRule.IsReportedInMethod(
        "LG0014", "A target cannot be bool: it is float, double, int or Row", "(float p, [|bool|] y) => y ? p : 0;");

    [Fact]
    public Task IntegerPrediction_IsReported() => LanguageRule.IsReportedInMethod(
        "LG0014", "A prediction cannot be int: it is float, double or Row", "([|int|] p, float y) => p - y;");

    [Fact]
    public Task ListHyperparameter_IsReported() => LanguageRule.IsReportedInMethod(
        "LG0014", "A hyperparameter cannot be float[]: the language has float, double, int, bool and Row", "(float p, float y, [|float[]|] w = null!) => p - y;");

    [Fact]
    public Task IntegerResult_IsReported() => LanguageRule.IsReported(
        "LG0014", "A loss cannot be int: it is float or double", TestCompilation.Usings + "static class Losses { [Loss] static [|int|] Tested(float p) => (int)p; }");

    [Fact]
    public Task DecimalLocal_IsReported() => LanguageRule.IsReportedInMethod(
        "LG0014", "A local cannot be decimal: the language has float, double, int, bool and Row", "(float p, float y) { [|decimal|] e = 1; return p - y; }");

    [Fact]
    public Task LongLabelInLambda_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0014", "A target cannot be long: the language has float, double, int, bool and Row", "(p, [|long|] label) => p - label");
}
