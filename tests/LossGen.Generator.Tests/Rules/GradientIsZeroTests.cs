using Xunit;

namespace LossGen.Generator.Tests.Rules;

public sealed class GradientIsZeroTests
{
    private const string Message = "The loss does not change with 'p' wherever it has a derivative: nothing is learned from it";

    [Theory]
    [InlineData("([|p|], y) => Square(Round(p) - y)")]
    [InlineData("([|p|], y) => p > 0.5 == y > 0.5 ? 0 : 1")]
    [InlineData("(Row [|p|], int label) => ArgMax(p) == label ? 0 : 1")]
    [InlineData("([|p|], y) => Abs(Sign(p - y)) + Floor(p)")]
    public async Task StepsInThePath_AreReportedAtThePrediction(string lambda) => await LossRule.IsReportedInLambda("LG2001", Message, lambda);

    [Theory]
    [InlineData("(p, y) => Max(0, 1 - y * p)")]
    [InlineData("(p, y) => Abs(p - y) < 1 ? 0 : Abs(p - y) - 1")]
    [InlineData("(p, y) => Square(p - y) + Round(p)")]
    [InlineData("([Prediction(Link = Link.Sigmoid)] p, y) => -(y * Log(p) + (1 - y) * Log(1 - p))")]
    [InlineData("([Range(0, 1)] p, y) => Pow(1 - p, gamma) * Square(p - y)", "float gamma = 2f")]
    [InlineData("(Row p, int label) => LogSumExp(p) - p[label]")]
    [InlineData("(Row p, Row y) => Norm(Relu(p) - y)")]
    public async Task LossWithASlopeSomewhere_IsNot(string lambda, string constructor = "") => await LossRule.IsSilent("LG2001", lambda, constructor: constructor);
}
