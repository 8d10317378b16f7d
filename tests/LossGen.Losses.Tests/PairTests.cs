using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>A loss over pairs with a link and a row of hyperparameters, as a class and as the method that it is made from.</summary>
public sealed class PairTests
{
    private static readonly double[] Scores = [0.5, -1.25, 2, 0.75];

    private static readonly double[] Relevance = [1, 0, 3, 1];

    private static readonly double[] ClassWeights = [1, 0.5, 2, 1.5];

    [Fact]
    public void Class_ComputesWhatTheMethodDoes()
    {
        double sum = Scores.Sum(Math.Exp);
        double expected = PairDeclarations.WeightedContrast((double[])[.. Scores.Select(score => Math.Exp(score) / sum)], Relevance, ClassWeights);

        Assert.Equal(expected, new WeightedContrastLoss(ClassWeights).Value(Scores, Relevance, columns: 4), 1e-6);
    }

    [Fact]
    public void Derivatives_AreThoseOfDifferences()
    {
        const double Step = 1e-4;
        WeightedContrastLoss loss = new(ClassWeights);
        double[] gradient = new double[4];
        double[] hessian = new double[4];
        double value = loss.ValueGradientAndHessian(Scores, Relevance, columns: 4, gradient, hessian);
        for (int column = 0; column < 4; column++)
        {
            double above = At(column, Step);
            double below = At(column, -Step);
            Assert.Equal((above - below) / (2 * Step), gradient[column], 1e-8);
            Assert.Equal((above - (2 * value) + below) / (Step * Step), hessian[column], 1e-6);
        }

        double At(int column, double step)
        {
            double[] moved = [.. Scores];
            moved[column] += step;
            return loss.Value(moved, Relevance, columns: 4);
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(300)]
    public void Threads_DoNotChangeABit(int columns)
    {
        const int Samples = 600;
        Random random = new(5);
        double[] scores = [.. Enumerable.Range(0, Samples * columns).Select(_ => random.NextDouble())];
        double[] relevance = [.. Enumerable.Range(0, Samples * columns).Select(_ => (double)random.Next(3))];
        double[] one = new double[scores.Length];
        double[] four = new double[scores.Length];

        Assert.Equal(
            new PairwiseHinge().ValueAndGradient(scores, relevance, columns, one),
            new PairwiseHinge { MaxDegreeOfParallelism = 4 }.ValueAndGradient(scores, relevance, columns, four));
        Assert.Equal(one, four);
    }
}
