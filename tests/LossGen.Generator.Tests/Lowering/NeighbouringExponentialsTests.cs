using System.Text.RegularExpressions;
using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Lowering;

/// <summary>The function that knows more digits of eˣ − y is called where the difference is, and once.</summary>
public sealed partial class NeighbouringExponentialsTests
{
    [Theory]
    [InlineData("(x, y) => Exp(x) - y * x", 1)]
    [InlineData("(x, y) => x + (y != 0 ? y * Exp(-x) : 0)", 1)]
    [InlineData("(x, y) => Exp(x + y)", 0)]
    public void Gradient_OfARate_CallsItOnce(string expression, int calls) => Assert.Equal(calls, Calls($"[Loss(\"{expression}\")] public partial class Subject;"));

    /// <summary>Three powers, three kernels, each with the difference of its own power.</summary>
    [Fact]
    public void Gradient_OfAChoiceOfPowers_CallsItOnceInEachKernel()
    {
        string file = File("""
            public static class Subject
            {
                [Loss]
                public static double Tweedie([Prediction(Link = Link.Exp)] double mean, [Range(0.0, 1e9)] double target, [Range(1.0, 2.0)] double power = 1.5)
                {
                    if (power == 1) return mean - target * Log(mean);
                    if (power == 2) return Log(mean) + target / mean;
                    return Pow(mean, 2 - power) / (2 - power) - (target != 0 ? target * Pow(mean, 1 - power) / (1 - power) : 0);
                }
            }
            """);
        Assert.Equal([1, 1, 1], file.Split("private readonly struct").Skip(1).Select(static kernel => Call().Count(kernel)));
    }

    private static int Calls(string declaration) => Call().Count(File(declaration));

    private static string File(string declaration) => Assert.Single(GeneratorRun.Generate(TestCompilation.Create(TestCompilation.Usings + declaration)).Files).SourceText.ToString();

    [GeneratedRegex(@"V\.RateDifference\(")]
    private static partial Regex Call();
}
