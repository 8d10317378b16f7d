using LossGen.Evaluation;
using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>What is wrong with class weights and labels is said by name, before anything is written.</summary>
public sealed class ClassOptionErrorTests
{
    private static readonly double[] Scores = [1, 2, 3, 4, 5, 6];

    [Fact]
    public void ClassWeights_OfAnotherLength_AreReported() => AssertReports(
        "ClassWeights", "ClassWeights has 2 elements; the rows have 3 columns.", new SoftmaxCrossEntropy { ClassWeights = (double[])[1, 1] }, [0, 1]);

    [Fact]
    public void ClassWeights_Negative_AreReported() => AssertReports(
        "ClassWeights", "ClassWeights[1] is -1; a weight must be finite and not negative.", new SoftmaxCrossEntropy { ClassWeights = (double[])[1, -1, 0] }, [0, 1]);

    [Fact]
    public void HyperparameterRow_OfAnotherLength_IsReported() => AssertReports(
        "classWeights", "classWeights has 4 elements; the rows have 3 columns.", new ClassWeightedSoftmaxCrossEntropy([1, 1, 1, 1]), [0, 1]);

    [Fact]
    public void LabelOutOfRange_OtherThanTheIgnored_IsReported() => AssertReports(
        "label", "label[1] is 3; the loss has 3 columns.", new SoftmaxCrossEntropy { IgnoredLabel = -100 }, [-100, 3]);

    [Fact]
    public void NegativeWeight_OfIgnoredSample_IsReported()
    {
        double[] gradient = new double[6];
        ArgumentException error = Assert.Throws<ArgumentException>(() => new SoftmaxCrossEntropy { IgnoredLabel = -100 }.ValueAndGradient(Scores, [-100, 0], 3, gradient, [-1, 1]));
        Assert.StartsWith("weights[0] is -1; a weight must be finite and not negative.", error.Message, StringComparison.Ordinal);
        Assert.All(gradient, static derivative => Assert.Equal(0, derivative));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(300)]
    public void HyperparameterRow_GivesTheSameBitsForAnyNumberOfThreads(int columns)
    {
        double[] scores = [.. Enumerable.Range(0, 3000 * columns).Select(static i => Math.Sin(i) * 5)];
        int[] labels = [.. Enumerable.Range(0, 3000).Select(sample => sample % 11 == 0 ? -1 : sample % columns)];
        double[] weights = [.. Enumerable.Range(1, columns).Select(static column => 1.0 / column)];
        double[] gradient = new double[scores.Length];
        double[] parallelGradient = new double[scores.Length];
        double value = new ClassWeightedSoftmaxCrossEntropy(weights, 0.1) { IgnoredLabel = -1 }.ValueAndGradient(scores, labels, columns, gradient);
        double parallelValue = new ClassWeightedSoftmaxCrossEntropy(weights, 0.1) { IgnoredLabel = -1, MaxDegreeOfParallelism = 4 }.ValueAndGradient(scores, labels, columns, parallelGradient);
        Assert.Equal(value, parallelValue);
        Assert.Equal(gradient, parallelGradient);
    }

    private static void AssertReports(string argument, string message, ILoss<double> loss, int[] labels)
    {
        double[] gradient = new double[Scores.Length];
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
        {
            LossBatch<double> batch = new(Reduction.Mean, default, 3);
            batch.AddPrediction(Scores, "scores", InputShape.Row);
            batch.AddLabels(labels, "label");
            batch.AddGradient(gradient, "gradient");
            loss.Evaluate(ref batch);
        });
        Assert.Equal(argument, error.ParamName);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.All(gradient, static derivative => Assert.Equal(0, derivative));
    }
}
