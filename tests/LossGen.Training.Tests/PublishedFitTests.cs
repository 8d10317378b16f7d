using LossGen.Training.Tests.Losses;
using Xunit;

namespace LossGen.Training.Tests;

/// <summary>Coefficients and sums as published, to all digits shown, from a cold start on unscaled data.</summary>
public sealed class PublishedFitTests
{
    private static readonly double[] LeastSquares = [-39.9197, 0.7156, 1.2953, -0.1521];
    private static readonly double[] LeastAbsolute = [-39.6899, 0.8319, 0.5739, -0.0609];
    private static readonly double[] HuberCoefficients = [-38.3924, 0.8363, 0.6872, -0.1080];
    private static readonly double[] LogisticCoefficients = [15.0429, -0.2322];

    [Fact]
    public void StackLoss_LeastSquaresByNewton_AgreesAfterOneStep()
    {
        TrainingResult result = Fit.Of(ElementLoss.Squared(), StackLoss.Data, new TrainingOptions { Optimizer = new Newton() });

        AssertCoefficients(LeastSquares, result);
        Assert.Equal(1, result.Steps);
        Assert.Equal(StopReason.Converged, result.StopReason);
    }

    [Fact]
    public void StackLoss_LeastSquaresByLbfgs_Agrees() =>
        AssertCoefficients(LeastSquares, Fit.Of(ElementLoss.Squared(), StackLoss.Data));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void StackLoss_LeastAbsoluteDeviationsByNewton_Agrees(bool standardize)
    {
        TrainingResult result = Fit.Of(ElementLoss.Absolute(), StackLoss.Data, new TrainingOptions { Optimizer = new Newton(), Standardize = standardize });

        AssertCoefficients(LeastAbsolute, result);
        Assert.Equal(42.0812, 21 * result.BestLoss, 0.00005);
    }

    [Fact]
    public void StackLoss_HuberByReweightedLeastSquares_Agrees()
    {
        TrainingResult result = Fit.Of(ElementLoss.Huber(1.345), StackLoss.Data, new TrainingOptions { Optimizer = new Newton() });

        AssertCoefficients(HuberCoefficients, result);
        Assert.Equal(43.2644, 21 * result.BestLoss, 0.00005);
        Assert.Equal(StopReason.Converged, result.StopReason);
    }

    [Fact]
    public void StackLoss_HuberWithExactHessian_Agrees() =>
        AssertCoefficients(HuberCoefficients, Fit.Of(ElementLoss.HuberWithoutTailCurvature(1.345), StackLoss.Data, new TrainingOptions { Optimizer = new Newton() }));

    [Fact]
    public void StackLoss_HuberByLbfgs_Agrees() =>
        AssertCoefficients(HuberCoefficients, Fit.Of(ElementLoss.Huber(1.345), StackLoss.Data));

    [Fact]
    public void Challenger_LogisticByNewton_Agrees()
    {
        TrainingResult result = Fit.Of(ElementLoss.Logistic(), Challenger.Data, new TrainingOptions { Optimizer = new Newton() });

        AssertCoefficients(LogisticCoefficients, result);
        Assert.Equal(10.1576, 23 * result.BestLoss, 0.00005);
        Assert.Equal(StopReason.Converged, result.StopReason);
        Assert.InRange(result.Steps, 1, 10);
    }

    [Fact]
    public void Challenger_LogisticByLbfgs_Agrees()
    {
        TrainingResult result = Fit.Of(ElementLoss.Logistic(), Challenger.Data);

        AssertCoefficients(LogisticCoefficients, result);
        Assert.Equal(StopReason.Converged, result.StopReason);
    }

    [Fact]
    public void Challenger_LogisticByAdam_Agrees() =>
        AssertCoefficients(LogisticCoefficients, Fit.Of(ElementLoss.Logistic(), Challenger.Data, new TrainingOptions { Optimizer = new Adam(0.05), Epochs = 2000, BatchSize = 23 }));

    private static void AssertCoefficients(double[] published, TrainingResult result)
    {
        Assert.Equal(published[0], result.Model.Intercepts[0], 0.00005);
        for (var feature = 1; feature < published.Length; feature++)
            Assert.Equal(published[feature], result.Model.Coefficients[feature - 1], 0.00005);
    }
}
