using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class UnusedPredictionTests
{
    [Fact]
    public Task PredictionThatIsNotThere_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0005", "The loss does not depend on its prediction 'p', so there is nothing to differentiate", "([|p|], y) => Square(y)");

    [Fact]
    public Task SecondPrediction_IsReported() => LanguageRule.IsReportedInMethod(
        "LG0005", "The loss does not depend on its prediction 'scale', so there is nothing to differentiate", "([Prediction] float mean, [Prediction] float [|scale|], float y) => Abs(mean - y);");
}
