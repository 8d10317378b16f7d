using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Lowering;

/// <summary>Differences of opposite sigmoids are tanh where that is a gradient's digits, and stay differences where the sigmoids are there already.</summary>
public sealed class SharedSigmoidsTests
{
    [Theory]
    [InlineData("(x, y) => Sigmoid(y * x)", false)]
    [InlineData("(x, y) => Log(Exp(x - y) + Exp(y - x))", true)]
    public void Kernel_CallsTanhWhereThereAreNoSigmoids(string expression, bool calls)
    {
        string file = Assert.Single(GeneratorRun.Generate(TestCompilation.Create(TestCompilation.Usings + $"[Loss(\"{expression}\")] public partial class Subject;")).Files).SourceText.ToString();
        Assert.Equal(calls, file.Contains("V.Tanh(", StringComparison.Ordinal));
        Assert.Contains(calls ? "tanh(" : "σ(", file, StringComparison.Ordinal);
    }
}
