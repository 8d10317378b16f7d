using System.Reflection;
using LossGen.Generator.Tests.Parsing;
using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Generation;

/// <summary>What <c>Stabilize = false</c> promises: the value has the roundings of the operations that the author wrote, and their overflows.</summary>
public sealed class AsWrittenTests
{
    [Theory]
    [InlineData("Log(1 + Exp(x))", 100f, float.PositiveInfinity)]
    [InlineData("Log(1 + Exp(x))", 1e-9f, 0.6931472f)]
    [InlineData("Log(1 + Exp(x))", -20f, 0f)]
    [InlineData("Log(Exp(x))", 100f, float.PositiveInfinity)]
    [InlineData("Log(Sigmoid(x))", -120f, float.NegativeInfinity)]
    [InlineData("Log(Cosh(x))", 100f, float.PositiveInfinity)]
    [InlineData("Sqrt(Square(x))", 1e30f, float.PositiveInfinity)]
    [InlineData("Exp(x) - 1", 1e-9f, 0f)]
    [InlineData("(1 - Cos(x)) + 1", 1e-9f, 1f)]
    [InlineData("1 + x - 1", 1e-9f, 0f)]
    [InlineData("x - (1 - 1e-9f)", 1f, 0f)]
    public void FormulaKeptAsWritten_RoundsAndOverflowsAsWritten(string formula, float x, float expected) =>
        Assert.Equal(expected, Loss($"x => {formula}", "Stabilize = false", x));

    [Theory]
    [InlineData("Log(1 + Exp(x))", 100f, 100f)]
    [InlineData("Log(Sigmoid(x))", -120f, -120f)]
    [InlineData("Log(Cosh(x))", 100f, 99.306854f)]
    public void StabilizedFormula_DoesNot(string formula, float x, float expected) => Assert.Equal(expected, Loss($"x => {formula}", "Stabilize = true", x));

    [Theory]
    [InlineData("x => Log(Exp(x))", "log(e^x)")]
    [InlineData("x => Log(Sigmoid(x))", "log(σ(x))")]
    [InlineData("(x, y) => -(y * -x)", "−(y·−x)")]
    [InlineData("(x, y) => Pow(x, 2) + 0 * y", "x^2 + 0·y")]
    [InlineData("x => x * (1 - 1e-8f)", "x·(1 − 1E−08)")]
    [InlineData("(Row z, int label) => Log(Exp(z))[label]", "log(e^z[label])")]
    [InlineData("(Row z, y) => Sum(y * z)", "Σᵢ(y·zᵢ)")]
    [InlineData("x => x - -2 * x", "x − −2·x")]
    public void Model_HoldsTheFormulaAsWritten(string lambda, string formula) => Assert.Equal(
        formula, ParsedLoss.Of($"{TestCompilation.Usings}[Loss(\"{lambda}\")] public partial class Tested;")!.Value.Root.ToString());

    private static float Loss(string lambda, string option, float x)
    {
        GeneratedCode code = GeneratedCode.Of(TestCompilation.Create($"{TestCompilation.Usings}[Loss(\"{lambda}\", {option})] public partial class Tested;"));
        Assert.Empty(code.Problems);
        Type type = code.Load().GetType("Tested")!;
        MethodInfo method = type.GetMethod("Loss", [typeof(float)])!;
        return (float)method.Invoke(Activator.CreateInstance(type), [x])!;
    }
}
