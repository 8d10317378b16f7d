using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Generation;

/// <summary>Which kernels compute their first functions ahead of the rest. That the stages together are right, other tests show.</summary>
public sealed class FirstStageTests
{
    [Theory]
    [InlineData("(x, y) => Softplus(x) - x * y", 1)]
    [InlineData("([Prediction] x, [Prediction] s, y) => Square(Log(1 + Exp(x)) - y) * Exp(-s) + LogCosh(s) * Tanh(x)", 4)]
    [InlineData("(x, y) => Sin(Exp(x)) * y + Cos(x)", 2)]
    public void FunctionWithMuchBehindIt_IsComputedAhead(string expression, int results) =>
        Assert.Contains($"get => {results};", Generated(expression), StringComparison.Ordinal);

    [Theory]
    [InlineData("(x, y) => Square(x - y)")]
    [InlineData("(x, y) => Exp(x) - x * y")]
    [InlineData("(x, y) => Sin(x) * y + Sin(2 * x) * y + Sin(3 * x) * y + Sin(4 * x) * y + Sin(5 * x) * y")]
    public void NothingWorthwhile_StaysOneStage(string expression) =>
        Assert.DoesNotContain("FirstStage", Generated(expression), StringComparison.Ordinal);

    private static string Generated(string expression) =>
        Assert.Single(GeneratorRun.Generate(TestCompilation.Create($"{TestCompilation.Usings}[Loss(\"{expression}\")] public partial class Subject;")).Files).SourceText.ToString();
}
