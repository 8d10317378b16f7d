using Xunit;

namespace LossGen.Generator.Tests.Rules;

public sealed class InputIsIgnoredTests
{
    [Theory]
    [InlineData("(p, [|y|]) => Square(p + y - y)", "y")]
    [InlineData("(p, [|y|]) => Abs(p) + 0 * y", "y")]
    [InlineData("([|p|], y) => Square(y) + p - p", "p")]
    [InlineData("(Row z, int [|label|]) => LogSumExp(z) - (label >= 0 ? z[0] : z[1])", "label")]
    [InlineData("([Prediction(Link = Link.Sigmoid)] p, [AllowedValues(0, 1)] [|y|]) => -(y >= 0 ? Log(p) : Log(1 - p))", "y")]
    public async Task InputThatCancels_IsReportedAtItsDeclaration(string lambda, string name) =>
        await LossRule.IsReportedInLambda("LG2002", $"The loss is the same whatever '{name}' is", lambda);

    [Theory]
    [InlineData("(p, y) => Square(p - y)")]
    [InlineData("(p, y) => Max(0, 1 - y * p)")]
    [InlineData("(p, y) => Abs(p - y) > 100 ? Abs(p - y) : 0")]
    [InlineData("(Row z, int label) => LogSumExp(z) - z[label]")]
    [InlineData("(Row z, int label) => Log(Count(z)) * z[label]")]
    [InlineData("(Row z, [Simplex] Row q) => -Dot(q, LogSoftMax(z))")]
    [InlineData("(p, y) => Sqrt(-1 - Square(p)) * y")]
    [InlineData("([Range(1e3, 1e4)] p, y) => Exp(p) + y")]
    [InlineData("(p, y, int group) => group == 7 ? 2 * Square(p - y) : Square(p - y)")]
    [InlineData("(p, y) => y == 12345 ? 0 : Square(p)")]
    public async Task InputWithAnyInfluence_IsNot(string lambda) => await LossRule.IsSilent("LG2002", lambda);
}
