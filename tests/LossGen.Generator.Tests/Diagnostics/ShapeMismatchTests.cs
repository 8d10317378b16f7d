using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class ShapeMismatchTests
{
    [Fact]
    public Task RowFunctionOfNumber_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0003", "Mean needs a row, but this is a number", "(p, y) => Mean([|p - y|])");

    [Fact]
    public Task IndexOfNumber_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0003", "An index needs a row, but this is a number", "(p, int label) => [|p|][label]");

    [Fact]
    public Task LabelAsRow_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0003", "Sum needs a row, but this is an integer", "(Row p, int label) => Sum(p) - Sum([|label|])");

    [Fact]
    public Task CastOfRow_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0003", "A cast to float needs a number, but this is a row", "(Row p) => Sum((float)[|p|])");

    [Fact]
    public Task ScalarMathOnRow_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0003", "Math.Exp needs a number, but this is a row", "(Row p) => Sum(Math.Exp([|p|]))");

    [Fact]
    public Task ColumnsWithoutRow_AreReported() => LanguageRule.IsReportedInLambda(
        "LG0003", "A function on rows needs a parameter of type Row, which says how many columns there are, but this is a loss of numbers alone", "(p, int label) => [|p * Max(OneHot(label))|]");

    [Fact]
    public Task HyperparameterRowWithoutRow_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0003",
        "A hyperparameter of type Row needs a prediction or target of type Row, which says how many columns there are, but this is a loss of numbers alone",
        "(p, int label) => [|classWeights[label] * Square(p)|]",
        "Row classWeights");

    [Theory]
    [InlineData("Max needs a row, but this is pairs of elements", "(Row p) => Max([|p - Other(p)|])")]
    [InlineData("LogSumExp needs a row, but this is pairs of elements", "(Row p) => LogSumExp([|Other(p)|])")]
    [InlineData("Norm needs a row, but this is pairs of elements", "(Row p) => Norm([|p * Other(p)|])")]
    [InlineData("Other needs a row, but this is pairs of elements", "(Row p) => Sum(p - Other([|Other(p)|]))")]
    [InlineData("Other needs a row, but this is a number", "(Row p) => Sum(p - Other([|Sum(p)|]))")]
    [InlineData("An index needs a row, but this is pairs of elements", "(Row p) => [|(p - Other(p))|][0]")]
    [InlineData("A choice with pairs of elements needs pairs of elements, but this is a row", "(Row p) => Sum(p[0] > 0 ? Other(p) : [|p|])")]
    public Task PairsOfElements_AreReportedWhereTheyAreNoRow(string message, string lambda) => LanguageRule.IsReportedInLambda("LG0003", message, lambda);

    [Fact]
    public Task RowConditionInIf_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0003", "An if statement needs a condition, but this is a row of conditions", "(Row p) => { if ([|p > 0|]) return Sum(p); return 0; }");
}
