using System.Text.RegularExpressions;
using LossGen.Generator.Emission;
using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Generation;

/// <summary>A formula written on predictions, with a link, is as good as one written on raw scores.</summary>
public sealed partial class LinkTests
{
    [Theory]
    [InlineData("(x, y) => Softplus(x) - x * y")]
    [InlineData("(x, y) => Softplus(x) - y * x")]
    [InlineData("(x, y) => Max(x, 0) - x * y + LogP1(Exp(-Abs(x)))")]
    [InlineData("(x, y) => Relu(x) - x * y + Log(1 + Exp(-Abs(x)))")]
    [InlineData("(x, y) => -(y * LogSigmoid(x) + (1 - y) * LogSigmoid(-x))")]
    [InlineData("(x, y) => y * Softplus(-x) + (1 - y) * Softplus(x)")]
    [InlineData("(x, y) => -y * Log(Sigmoid(x)) - (1 - y) * Log(1 - Sigmoid(x))")]
    [InlineData("(x, y) => Log(1 + Exp(x)) - x * y")]
    public void BinaryCrossEntropy_OnProbabilitiesWithLink_HasTheKernelOfLogits(string onLogits) =>
        Assert.Equal(KernelOf(onLogits), KernelOf("([Prediction(Link = Link.Sigmoid)] x, y) => -(y * Log(x) + (1 - y) * Log(1 - x))"));

    [Fact]
    public void ScoreOf_ChangesNothingInTheKernel() => Assert.Equal(
        KernelOf("(Row z, int y) => LogSumExp(z) - z[y]"),
        KernelOf("([Prediction(ScoreOf = Link.SoftMax)] Row z, int y) => LogSumExp(z) - z[y]"));

    [Fact]
    public void CrossEntropy_OfSoftMaxLink_HasTheKernelOfLogSumExp() =>
        Assert.Equal(
            KernelOf("(Row z, int y) => LogSumExp(z) - z[y]"),
            KernelOf("([Prediction(Link = Link.SoftMax)] Row z, int y) => -Log(z[y])"));

    [Theory]
    [InlineData("([Prediction(Link = Link.Exp)] x, y) => x - y * Log(x)", "(x, y) => Exp(x) - y * x")]
    [InlineData("([Prediction(Link = Link.Exp)] x, y) => Square(Log(x) - y)", "(x, y) => Square(x - y)")]
    public void LogarithmOfExpLink_IsTheScoreItself(string onRates, string onScores) => Assert.Equal(KernelOf(onScores), KernelOf(onRates));

    /// <summary>The file from the kernel on, without comments.</summary>
    private static string KernelOf(string expression)
    {
        string file = Assert.Single(GeneratorRun.Generate(TestCompilation.Create($"{TestCompilation.Usings}[Loss(\"{expression}\")] public partial class Subject;")).Files).SourceText.ToString();
        return Comments().Replace(file[file.IndexOf($"struct {KernelEmitter.Name}", StringComparison.Ordinal)..], "");
    }

    [GeneratedRegex("^ *///.*\n", RegexOptions.Multiline)]
    private static partial Regex Comments();
}
