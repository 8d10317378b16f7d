using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Lowering;

/// <summary>Formulas that hyperparameters choose between have a kernel each.</summary>
public sealed class HyperparameterCaseTests
{
    [Fact]
    public void FormulasWithFunctions_HaveAKernelEach()
    {
        string[] kernels = Kernels("""
            public static class Subject
            {
                [Loss]
                public static double Shape(double x, double y, double alpha = 1)
                {
                    if (alpha == 2) return 0.5 * Square(x - y);
                    if (alpha == 0) return LogP1(0.5 * Square(x - y));
                    return (Pow(Square(x - y) / Abs(alpha - 2) + 1, alpha / 2) - 1) * Abs(alpha - 2) / alpha;
                }
            }
            """);
        Assert.Equal(3, kernels.Length);
        Assert.DoesNotContain("V.Log", kernels[0], StringComparison.Ordinal);
        Assert.DoesNotContain("V.Select", kernels[0], StringComparison.Ordinal);
        Assert.Contains("V.LogP1OfSquare", kernels[1], StringComparison.Ordinal);
        Assert.DoesNotContain("V.Pow", kernels[1], StringComparison.Ordinal);
        Assert.Contains("V.Pow", kernels[2], StringComparison.Ordinal);
    }

    /// <summary>0.5·α = 0 is what the chain rule makes of α = 0, and is known not to hold where that does not.</summary>
    [Fact]
    public void EquationsThatFollow_AreNotAskedAgain()
    {
        string general = Kernels("[Loss(\"(x, y) => alpha == 0 ? LogP1(Square(x - y)) : Pow(Square(x - y) + 1, alpha / 2)\")] public partial class Subject(double alpha = 1);")[1];
        Assert.DoesNotContain("alpha = 0", general.Split("public static V Evaluate", 2)[0].Split("readonly struct", 2)[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(x, y) => alpha > 1 ? Square(x - y) : Abs(x - y)")]
    [InlineData("(x, y) => Square(x - y) + (alpha == 0 ? 1 : Log(alpha))")]
    public void ChoicesOfShortFormulas_StayInOneKernel(string expression) =>
        Assert.Single(Kernels($"[Loss(\"{expression}\")] public partial class Subject(double alpha = 1);"));

    /// <summary>(1 − z)^p has no power where p is 1 or 2; over elements, there is one kernel and the just-in-time compiler knows the exponent.</summary>
    [Theory]
    [InlineData("(Row x, Row y) => Sum(Pow(Relu(1 - x * y), p))", 3)]
    [InlineData("(Row x, Row y) => Pow(Sum(Relu(1 - x * y)), p)", 1)]
    [InlineData("(x, y) => Pow(Relu(1 - x * y), p)", 1)]
    public void ExponentsOfColumns_HaveKernelsForOneAndTwo(string expression, int count)
    {
        string[] kernels = Kernels($"[Loss(\"{expression}\")] public partial class Subject(double p = 1);");
        Assert.Equal(count, kernels.Length);
        Assert.All(kernels[..^1], static kernel => Assert.DoesNotContain("V.Pow", kernel, StringComparison.Ordinal));
    }

    /// <summary>Four options with functions would make sixteen kernels.</summary>
    [Fact]
    public void ManyOptions_MakeEightKernels() =>
        Assert.Equal(8, Kernels("""
            public static class Subject
            {
                [Loss]
                public static double Options(double x, double y, bool a = true, bool b = true, bool c = true, bool d = true) =>
                    Square(x - y) + (a ? Exp(x) : 0) + (b ? Exp(-x) : 0) + (c ? Sin(x) : 0) + (d ? Cos(x) : 0);
            }
            """).Length);

    private static string[] Kernels(string declaration) =>
        [.. Assert.Single(GeneratorRun.Generate(TestCompilation.Create(TestCompilation.Usings + declaration)).Files).SourceText.ToString().Split("The mathematics of the loss on vectors").Skip(1)];
}
