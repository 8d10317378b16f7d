using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class UnknownFunctionTests
{
    [Fact]
    public Task NameOfAnotherLibrary_SuggestsOurs() => LanguageRule.IsReportedInLambda(
        "LG0001", "'Ln' is not a function of the loss language; did you mean 'Log'?", "(p, y) => [|Ln|](p) - y");

    [Fact]
    public Task ExchangedLetters_SuggestTheNearestName() => LanguageRule.IsReportedInLambda(
        "LG0001", "'Asb' is not a function of the loss language; did you mean 'Abs'?", "(p, y) => [|Asb|](p - y)");

    [Fact]
    public Task WrongCase_SuggestsTheName() => LanguageRule.IsReportedInLambda(
        "LG0001", "'softmax' is not a function of the loss language; did you mean 'SoftMax'?", "(Row p, Row y) => Sum([|softmax|](p) * y)");

    [Fact]
    public Task MethodWithoutMark_AsksForTheMark() => LanguageRule.IsReportedInMethod(
        "LG0001", "'Helper' is not a function of the loss language: to copy the method into the loss, mark it with [LossFunction]", "(float p, float y) => [|Helper|](p) - y;", "static float Helper(float x) => x;");

    [Fact]
    public Task MethodOfMathWithoutTwin_IsReported() => LanguageRule.IsReportedInMethod(
        "LG0001", "'Math.BigMul' is not a function of the loss language", "(float p, float y) => (float)([|Math.BigMul|](1, 2) + p - y);");

    [Fact]
    public Task MethodOfAnotherType_IsReported() => LanguageRule.IsReportedInMethod(
        "LG0001", "'TryParse' is not a function of the loss language: to copy the method into the loss, mark it with [LossFunction]", "(float p, float y) => Other.[|TryParse|](p) ? p : y;", "class Other { public static bool TryParse(float x) => true; }");

    [Fact]
    public Task LocalThatIsCalled_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0001", "'p' is not a function of the loss language: here it is a value", "(p, y) => [|p|](y)");
}
