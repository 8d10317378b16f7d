using LossGen.Boosting;
using Xunit;

namespace LossGen.Losses.Tests.Boosting;

/// <summary>Gradient, Hessian, start and link fit together: a booster that has nothing else learns what the loss asks for.</summary>
public sealed class StumpBoosterTests
{
    private const int Groups = 4;
    private const int GroupSize = 101;

    // Four groups along one feature. The best score of a group is a statistic of its targets, which stumps can reach.
    private static readonly float[] s_feature = [.. Enumerable.Range(0, Groups * GroupSize).Select(static i => (float)(i / GroupSize))];

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Quantile_ReachesTheQuantileOfEveryGroup(double tau)
    {
        float[] targets = [.. Enumerable.Range(0, Groups * GroupSize).Select(static i => (float)(((i / GroupSize) - 1.5) * 10 * (i / GroupSize)) + (i * 37 % GroupSize / 10f))];

        float[] scores = StumpBooster.Fit(new BoostingObjective(new ConstantQuantile(tau)), s_feature, targets, rounds: 1000, rate: 1);

        for (int group = 0; group < Groups; group++)
        {
            float[] sorted = [.. targets.AsSpan(group * GroupSize, GroupSize).ToArray().Order()];
            Assert.Equal(sorted[(int)(tau * GroupSize)], scores[group * GroupSize], 0.25f);
        }
    }

    [Fact]
    public void AbsoluteError_WithTheMajorizer_IsNotMovedByOutliers()
    {
        float[] targets = [.. Enumerable.Range(0, Groups * GroupSize).Select(static i => (i / GroupSize) + (i * 37 % GroupSize / 50f) + (i % 5 == 0 ? 1000 : 0))];

        float[] scores = StumpBooster.Fit(new BoostingObjective(new MajorizedAbsolute()) { MaximumHessian = 10 }, s_feature, targets, rounds: 400, rate: 0.3);

        for (int group = 0; group < Groups; group++)
        {
            float[] sorted = [.. targets.AsSpan(group * GroupSize, GroupSize).ToArray().Order()];
            Assert.Equal(sorted[GroupSize / 2], scores[group * GroupSize], 0.1f);
        }
    }

    [Fact]
    public void CrossEntropy_ReachesTheWeightedFrequencyOfEveryGroup()
    {
        float[] targets = [.. Enumerable.Range(0, Groups * GroupSize).Select(static i => i % GroupSize < 10 + (25 * (i / GroupSize)) ? 1f : 0)];
        float[] weights = [.. targets.Select(static y => y == 1 ? 3f : 1)];

        float[] scores = StumpBooster.Fit(new BoostingObjective(new LinkedCrossEntropy()), s_feature, targets, rounds: 300, rate: 0.5, weights);

        for (int group = 0; group < Groups; group++)
        {
            double positives = 3 * (10 + (25.0 * group));
            Assert.Equal(positives / (positives + GroupSize - (positives / 3)), LinkedCrossEntropy.Link.ToPrediction(scores[group * GroupSize]), 1e-3);
        }
    }

    [Fact]
    public void Softmax_ReachesTheFrequenciesOfEveryGroup()
    {
        const int Classes = 3;
        float[] labels = [.. Enumerable.Range(0, Groups * GroupSize).Select(static i => i % GroupSize < 20 + (10 * (i / GroupSize)) ? 0f : i % GroupSize < 70 ? 1 : 2)];

        float[] scores = StumpBooster.Fit(new BoostingObjective(new SoftmaxCrossEntropy(), Classes) { UsesMulticlassFactor = true }, s_feature, labels, rounds: 300, rate: 0.5);

        for (int group = 0; group < Groups; group++)
        {
            int sample = group * GroupSize;
            double[] probabilities = new double[Classes];
            Link.SoftMax.ToPredictions([.. Enumerable.Range(0, Classes).Select(label => (double)scores[(label * Groups * GroupSize) + sample])], probabilities, Classes);
            for (int label = 0; label < Classes; label++)
                Assert.Equal(labels.AsSpan(sample, GroupSize).Count(label) / (double)GroupSize, probabilities[label], 2e-3);
        }
    }
}
