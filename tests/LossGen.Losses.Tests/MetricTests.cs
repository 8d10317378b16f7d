using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>Metrics have values; their gradients are 0.</summary>
public sealed class MetricTests
{
    [Fact]
    public void HammingDistance_IsTheShareOfWrongDecisions()
    {
        double[] gradient = [1, 1, 1, 1, 1, 1, 1, 1];
        Assert.Equal(3 / 8.0, new HammingDistance().ValueAndGradient([0.5, -1, 2, 3, -1, -2, 0, 4], [1, 0, 0, 1, 1, 0, 0, 0], 4, gradient));
        Assert.All(gradient, static derivative => Assert.Equal(0, derivative));
        Assert.Equal(0.5f, new HammingDistance(0.5).Value([0.4f, 0.6f], [1f, 1f], 2));
    }

    [Fact]
    public void Misclassification_CountsSamplesWhoseLargestScoreIsAnothers()
    {
        double[] gradient = [1, 1, 1, 1, 1, 1];
        Assert.Equal(0.5, new Misclassification().ValueAndGradient([1, 3, 2, 5, 5, 1], [1, 1], 3, gradient));
        Assert.All(gradient, static derivative => Assert.Equal(0, derivative));
    }
}
