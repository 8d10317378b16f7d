using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>Losses over pairs that are methods: as classes and as written; with a link and a row of hyperparameters; where a root has no derivative.</summary>
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

    /// <summary>No comparison with NaN holds: an item without relevance is as if it were not in the list.</summary>
    [Fact]
    public void RelevanceOfNaN_LeavesItsItemOut()
    {
        double[] without = [Scores[0], Scores[1], Scores[3]];
        double[] relevance = [Relevance[0], Relevance[1], double.NaN, Relevance[3]];

        Assert.Equal(new RankNet().Value(without, [1, 0, 1], columns: 3), new RankNet().Value(Scores, relevance, columns: 4), 1e-15);
        Assert.Equal(new PairwiseHinge().Value(without, [1, 0, 1], columns: 3), new PairwiseHinge().Value(Scores, relevance, columns: 4), 1e-15);
        Assert.True(double.IsNaN(new ListNet().Value(Scores, relevance, columns: 4)));
        Assert.True(double.IsNaN(new PairwiseSquaredError().Value(Scores, relevance, columns: 4)));
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

    [Fact]
    public void Distance_ToItself_HasNoSlope()
    {
        double[] gradient = new double[4];
        double[] hessian = new double[4];
        double value = new RootDistancesLoss().ValueGradientAndHessian(Scores, columns: 4, gradient, hessian);

        Assert.Equal(Scores.Sum(z => Scores.Sum(other => Math.Sqrt(Math.Abs(z - other)))), value, 1e-14);
        for (int column = 0; column < 4; column++)
        {
            double[] distances = [.. Scores.Where((_, other) => other != column).Select(other => Scores[column] - other)];
            Assert.Equal(distances.Sum(static distance => Math.Sign(distance) / Math.Sqrt(Math.Abs(distance))), gradient[column], 1e-14);
            Assert.Equal(-distances.Sum(static distance => Math.Pow(Math.Abs(distance), -1.5)) / 2, hessian[column], 1e-14);
        }
    }

    [Fact]
    public void Distance_OfTheLabelToItself_HasNoSlope()
    {
        const int Label = 2;
        double[] gradient = new double[4];
        double[] hessian = new double[4];
        new RootDistancesToLoss().ValueGradientAndHessian(Scores, [Label], columns: 4, gradient, hessian);

        double[] slopes = [.. Scores.Select(static z => z == Scores[Label] ? 0 : Math.Sign(Scores[Label] - z) / Math.Sqrt(Math.Abs(Scores[Label] - z)) / 2)];
        double[] curvatures = [.. Scores.Select(static z => z == Scores[Label] ? 0 : -Math.Pow(Math.Abs(Scores[Label] - z), -1.5) / 4)];
        for (int column = 0; column < 4; column++)
        {
            Assert.Equal(column == Label ? slopes.Sum() : -slopes[column], gradient[column], 1e-14);
            Assert.Equal(column == Label ? curvatures.Sum() : curvatures[column], hessian[column], 1e-14);
        }
    }

    [Fact]
    public void WhatNoColumnChooses_HasNoSlope()
    {
        double[] gradient = new double[4];
        double[] rootsGradient = new double[4];
        SharedRootsLoss loss = new();

        Assert.Equal(4.0, loss.ValueAndGradient([0.5, 1, 2, 0.5], [1, 0, -2, 4], columns: 4, gradient, rootsGradient));
        Assert.Equal([0, 0, 0, 0], rootsGradient);
        Assert.Equal(7.5, loss.ValueAndGradient([0.5, -1, 2, -3], [1, 0.25, 1, 0], columns: 4, gradient, rootsGradient));
        Assert.Equal([1, 2, 1, double.PositiveInfinity], rootsGradient);
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
