using LossGen.Training.Tests.Losses;
using Xunit;

namespace LossGen.Training.Tests;

/// <summary>Step by step against PyTorch 1.13 (float64, mean of (p − y)², all five samples a step); the numbers are its output.</summary>
public sealed class OptimizerTests
{
    public static TheoryData<GradientOptimizer, int, double[]> Traces => new()
    {
        { new Sgd(0.05), 1, [0.10875000000000001, -0.11125000000000003, 0.025] },
        { new Sgd(0.05), 2, [0.19579375000000002, -0.20321250000000005, 0.0487125] },
        { new Sgd(0.05), 3, [0.265264609375, -0.27943364062500003, 0.071170125] },
        { new Sgd(0.05), 10, [0.4751484395378093, -0.5576321384406435, 0.19717902894506983] },
        { new Sgd(0.05), 50, [0.461341652789384, -0.7373997632616831, 0.42075444168222503] },
        { new Sgd(0.05, 0.9), 2, [0.29366875000000003, -0.3033375000000001, 0.0712125] },
        { new Sgd(0.05, 0.9), 3, [0.510030859375, -0.5350786406250001, 0.134102625] },
        { new Sgd(0.05, 0.9), 10, [0.43843762402364184, -0.8830894366921179, 0.6245012990062673] },
        { new Sgd(0.05, 0.9), 50, [0.5061582227766521, -0.7697024628845067, 0.42063560899611274] },
        { new Sgd(0.05, 0.9, nesterov: true), 1, [0.20662500000000003, -0.21137500000000006, 0.0475] },
        { new Sgd(0.05, 0.9, nesterov: true), 3, [0.6017889369531251, -0.6515236785468751, 0.18354222487500002] },
        { new Sgd(0.05, 0.9, nesterov: true), 10, [0.3828924180399218, -0.8121165690334939, 0.5859858567507885] },
        { new Sgd(0.05, 0.9, nesterov: true), 50, [0.45381712468395574, -0.7470939205007558, 0.43907368074573333] },
        { new Adam(0.05), 1, [0.04999999977011495, -0.04999999977528089, 0.04999999900000002] },
        { new Adam(0.05), 2, [0.09977697537363661, -0.0998940350805114, 0.09950066465356502] },
        { new Adam(0.05), 10, [0.4584232507675148, -0.48286577896117344, 0.38255068394966724] },
        { new Adam(0.05), 50, [0.4135950039790143, -0.7411186990696979, 0.44989223619919877] },
    };

    [Theory]
    [MemberData(nameof(Traces))]
    public void Steps_FollowTheReferenceTrace(GradientOptimizer optimizer, int steps, double[] expected)
    {
        // The last step's parameters, not the best: the method is driven directly.
        var parameters = new double[3];
        var gradient = new double[3];
        var state = new OptimizerState(optimizer, 3);
        for (var step = 1; step <= steps; step++)
        {
            Array.Clear(gradient);
            for (var sample = 0; sample < 5; sample++)
            {
                Span<double> x = SmallData.Features.AsSpan(2 * sample, 2);
                var slope = 2 * ((x[0] * parameters[0]) + (x[1] * parameters[1]) + parameters[2] - SmallData.Targets[sample]) / 5;
                gradient[0] += slope * x[0];
                gradient[1] += slope * x[1];
                gradient[2] += slope;
            }

            state.Step = step;
            optimizer.Step(parameters, gradient, state);
        }

        for (var i = 0; i < 3; i++)
            Assert.Equal(expected[i], parameters[i], 1e-13);
    }

    [Fact]
    public void MiniBatchFit_OfAllSamplesAtOnce_TakesTheSameSteps()
    {
        TrainingResult result = Fit.Of(ElementLoss.FullSquared(), SmallData.Set(), new TrainingOptions { Optimizer = new Sgd(0.05), Epochs = 10, BatchSize = 5, Standardize = false });

        Assert.Equal(10, result.BestEpoch);
        Assert.Equal(0.4751484395378093, result.Model.Coefficients[0], 1e-13);
        Assert.Equal(-0.5576321384406435, result.Model.Coefficients[1], 1e-13);
        Assert.Equal(0.19717902894506983, result.Model.Intercepts[0], 1e-13);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void RateThatIsNotPositiveAndFinite_IsRefused(double rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(rate));
    }

    [Fact]
    public void OtherNumbersOutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new Sgd(0.1, 1));
        Assert.Throws<ArgumentException>(static () => new Sgd(0.1, 0, nesterov: true));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new Adam(meanDecay: -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new Lbfgs(0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new Newton(-1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new TrainingOptions { BatchSize = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new TrainingOptions { L2Penalty = double.NaN });
    }
}
