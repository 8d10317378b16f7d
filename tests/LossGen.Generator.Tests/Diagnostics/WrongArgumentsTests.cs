using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class WrongArgumentsTests
{
    [Fact]
    public Task TooFewArguments_AreReported() => LanguageRule.IsReportedInLambda(
        "LG0013", "Pow cannot be called like this: it takes 2 arguments, not 1", "(p, y) => [|Pow(p - y)|]");

    [Fact]
    public Task TooManyArguments_AreReported() => LanguageRule.IsReportedInLambda(
        "LG0013", "Sum cannot be called like this: it takes 1 argument, not 2", "(Row p, Row y) => [|Sum(p, y)|]");

    [Fact]
    public Task UnknownParameterName_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0013", "Abs cannot be called like this: it has no parameter 'value'", "(p, y) => Abs([|value: p - y|])");

    [Fact]
    public Task RowForNumberOfHelper_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0013", "Half cannot be called like this: its parameter 'x' is a number, but the argument is a row", "(Row p) => [|Half(p)|]", members: "[LossFunction] static float Half(float x) => 0.5f * x;");

    [Fact]
    public Task MissingArgumentOfHelper_ShowsItsParameters() => LanguageRule.IsReportedInLambda(
        "LG0013", "Scale cannot be called like this: it is Scale(x, factor, [shift])", "(p, y) => [|Scale(p)|] - y", members: "[LossFunction] static float Scale(float x, float factor, float shift = 0) => factor * x + shift;");

    [Fact]
    public Task TwoIndices_AreReported() => LanguageRule.IsReportedInLambda(
        "LG0013", "A row cannot be called like this: it takes one index", "(Row p) => p[|[0, 1]|]");
}
