using LossGen.Training.Tests.Losses;
using Xunit;

namespace LossGen.Training.Tests;

/// <summary>Newton and L-BFGS against solutions computed by NumPy and SciPy (normal equations, HiGHS for the linear programs, BFGS).</summary>
public sealed class FullBatchFitTests
{
    public static TheoryData<Optimizer> FullBatch => [new Newton(), new Lbfgs()];

    [Theory]
    [MemberData(nameof(FullBatch))]
    public void Ridge_AgreesWithTheNormalEquations(Optimizer optimizer)
    {
        TrainingResult result = Fit.Of(ElementLoss.Squared(), SmallData.Set(), new TrainingOptions { Optimizer = optimizer, L2Penalty = 0.1, Standardize = false });

        AssertModel([0.43438607462997697, -0.7046591619762351], 0.42857515113612676, result.Model, 1e-8);
    }

    [Theory]
    [MemberData(nameof(FullBatch))]
    public void WeightedLeastSquares_AgreesWithTheNormalEquations(Optimizer optimizer)
    {
        TrainingResult result = Fit.Of(ElementLoss.Squared(), SmallData.Set(weights: [1, 2, 0, 0.5, 3]), new TrainingOptions { Optimizer = optimizer });

        AssertModel([0.46642429426860565, -0.6978186484174507], 0.26657399486740796, result.Model, 1e-8);
    }

    [Theory]
    [MemberData(nameof(FullBatch))]
    public void FitWithoutIntercept_AgreesWithTheNormalEquations(Optimizer optimizer)
    {
        TrainingResult result = Fit.Of(ElementLoss.Squared(), SmallData.Set(), new TrainingOptions { Optimizer = optimizer, Intercept = false });

        AssertModel([0.5690861390467862, -0.6047223436816791], 0, result.Model, 1e-8);
        Assert.Equal(0, result.Model.Intercepts[0]);
    }

    [Theory]
    [MemberData(nameof(FullBatch))]
    public void SeveralTargetColumns_GetAnOutputEach(Optimizer optimizer)
    {
        TrainingResult result = Fit.Of(ElementLoss.Squared(), SmallData.Set([1.0, 3, -0.5, 1, 0.25, 4, 2.0, 1, -1.5, 5]), new TrainingOptions { Optimizer = optimizer });

        Assert.Equal(2, result.Model.OutputCount);
        AssertClose([0.4513639626704951, -0.749641062455133, -1.2986360373295034, -0.1663077291217987], [.. result.Model.Coefficients], 1e-8);
        AssertClose([0.44427494615936824, 3.402608279492699], [.. result.Model.Intercepts], 1e-8);
    }

    [Theory]
    [MemberData(nameof(FullBatch))]
    public void PoissonRegression_AgreesWithScoring(Optimizer optimizer)
    {
        TrainingResult result = Fit.Of(ElementLoss.Poisson(), SmallData.Set([3, 0, 1, 7, 2]), new TrainingOptions { Optimizer = optimizer });

        AssertModel([0.2805380383623133, -0.5000466295864243], 0.8216213461250355, result.Model, 1e-7);
        Assert.Equal(StopReason.Converged, result.StopReason);
    }

    [Theory]
    [MemberData(nameof(FullBatch))]
    public void SoftmaxRegression_AgreesWithBfgs(Optimizer optimizer)
    {
        double[] features = [0.1, 1.2, 1.0, 0.3, -0.5, 0.4, 1.5, 1.0, -1.0, -0.7, 0.2, -1.1, 0.9, 0.9, -0.3, 0.2];
        int[] labels = [0, 1, 2, 0, 1, 2, 1, 0];
        var data = new Dataset(8, features, labels: labels);
        TrainingResult result = Fit.Of(new SoftmaxCrossEntropy(), data, new TrainingOptions { Optimizer = optimizer, L2Penalty = 0.05, Standardize = false });

        Assert.Equal(3, result.Model.OutputCount);
        Assert.Equal(0.923282127714516, result.BestLoss, 1e-12);
        AssertClose([-0.019086434966061532, 0.9956320336472528, 0.22004163878909602, -0.25432483967950104, -0.20095520382303453, -0.741307193967752], [.. result.Model.Coefficients], 1e-6);
        Assert.Equal(0.28914639946281556 + 0.20169717664369996, result.Model.Intercepts[1] - result.Model.Intercepts[0], 1e-6);
    }

    [Fact]
    public void RosenbrocksValley_IsFollowedToItsEnd()
    {
        TrainingResult result = Fit.Of(new Rosenbrock(), new Dataset(1, default), new TrainingOptions { Optimizer = new Lbfgs() });

        AssertClose([1, 1], [.. result.Model.Intercepts], 1e-8);
        Assert.InRange(result.Steps, 10, 60);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LeastAbsoluteDeviations_WithOutliers_ReachTheVertexOfTheLinearProgram(bool standardize)
    {
        TrainingResult result = Fit.Of(ElementLoss.Absolute(), OutlierData.Set, new TrainingOptions { Optimizer = new Newton(), Epochs = 1000, Standardize = standardize });

        Assert.Equal(2 * 27.74826745411628, result.BestLoss, 1e-9);
        AssertModel([1.0492828914898529, -2.039918276357257, 0.49535516023095316, 2.9994707614495213], 7.060256842775304, result.Model, 1e-7);
    }

    [Fact]
    public void NinetiethPercentile_ReachesTheVertexOfTheLinearProgram()
    {
        TrainingResult result = Fit.Of(ElementLoss.Quantile(0.9), OutlierData.Set, new TrainingOptions { Optimizer = new Newton(), Epochs = 1000 });

        Assert.Equal(14.415950937844357, result.BestLoss, 1e-9);
        AssertModel([1.0073980264120013, -2.028076678150852, 0.5137388830736963, 3.026933730473591], 7.744182277907774, result.Model, 1e-7);
    }

    [Fact]
    public void LeastAbsoluteDeviationsByLbfgs_ComeNearTheMinimum()
    {
        TrainingResult result = Fit.Of(ElementLoss.Absolute(), StackLoss.Data, new TrainingOptions { Optimizer = new Lbfgs() });

        Assert.InRange(21 * result.BestLoss, 42.0811, 42.6);
    }

    [Fact]
    public void AbsoluteErrorWithoutCurvature_StillFalls()
    {
        TrainingResult result = Fit.Of(ElementLoss.AbsoluteWithoutCurvature(), StackLoss.Data, new TrainingOptions { Optimizer = new Newton() });

        Assert.InRange(21 * result.BestLoss, 42.0811, 60);
    }

    [Theory]
    [InlineData(5, 3, 1, 100, 7, 5)]
    [InlineData(3, 0, 0, 100, 7, 3)]
    [InlineData(0, 0, -1, 0, 7, 0)]
    [InlineData(0, 0, 0, 0, 0, 0)]
    public void MedianWithoutFeatures_IsFound_ThoughTheStartMeetsTargetsExactly(double median, double first, double second, double third, double fourth, double fifth)
    {
        var data = new Dataset(5, default, new[] { first, second, third, fourth, fifth });

        Assert.Equal(median, Fit.Of(ElementLoss.Absolute(), data, new TrainingOptions { Optimizer = new Newton() }).Model.Intercepts[0], 1e-8);
        Assert.Equal(median, Fit.Of(ElementLoss.AbsoluteWithFiniteWeights(), data, new TrainingOptions { Optimizer = new Newton() }).Model.Intercepts[0], 1e-8);
    }

    [Fact]
    public void LeastAbsoluteDeviations_WithManyTargetsOfZero_ReachTheVertexOfTheLinearProgram()
    {
        // The cold start predicts 0, which is the kink of every fourth sample. HiGHS: unique, dual strictly feasible.
        var targets = OutlierData.Set.Targets.ToArray();
        for (var i = 0; i < targets.Length; i += 4)
            targets[i] = 0;

        TrainingResult result = Fit.Of(ElementLoss.AbsoluteWithFiniteWeights(), new Dataset(targets.Length, OutlierData.Set.Features, targets), new TrainingOptions { Optimizer = new Newton(), Epochs = 1000 });

        Assert.Equal(2 * 17.438978750538396, result.BestLoss, 1e-9);
        AssertModel([1.0304867846193344, -2.005979236905147, 0.4583680418970543, 3.0541328882591], 6.508579205580476, result.Model, 1e-7);
    }

    [Theory]
    [MemberData(nameof(FullBatch))]
    public void ExactFit_IsFoundAndEnds(Optimizer optimizer)
    {
        double[] targets = [.. Enumerable.Range(0, 5).Select(static i => 3 + (2 * SmallData.Features[2 * i]) - SmallData.Features[(2 * i) + 1])];

        AssertModel([2, -1], 3, Fit.Of(ElementLoss.Squared(), SmallData.Set(targets), new TrainingOptions { Optimizer = optimizer }).Model, 1e-8);
        AssertModel([2, -1], 3, Fit.Of(ElementLoss.Huber(0.1), SmallData.Set(targets), new TrainingOptions { Optimizer = optimizer }).Model, 1e-7);
    }

    [Fact]
    public void ExactFitOfAbsoluteError_IsFound()
    {
        double[] targets = [.. Enumerable.Range(0, 5).Select(static i => 3 + (2 * SmallData.Features[2 * i]) - SmallData.Features[(2 * i) + 1])];

        AssertModel([2, -1], 3, Fit.Of(ElementLoss.Absolute(), SmallData.Set(targets), new TrainingOptions { Optimizer = new Newton() }).Model, 1e-7);
    }

    [Theory]
    [MemberData(nameof(FullBatch))]
    public void ScalesThatDifferGreatly_DoNotMatter(Optimizer optimizer)
    {
        double[] features = [.. Enumerable.Range(0, 5).SelectMany(static i => new[] { 1e9 + (1e6 * SmallData.Features[2 * i]), 1e-6 * SmallData.Features[(2 * i) + 1] })];
        TrainingResult result = Fit.Of(ElementLoss.Squared(), new Dataset(5, features, SmallData.Targets), new TrainingOptions { Optimizer = optimizer });

        Assert.Equal(0.4513639626704951e-6, result.Model.Coefficients[0], 1e-13);
        Assert.Equal(-0.749641062455133e6, result.Model.Coefficients[1], 0.1);
    }

    [Theory]
    [MemberData(nameof(FullBatch))]
    public void ConstantAndRepeatedColumns_AreTolerated(Optimizer optimizer)
    {
        double[] features = [.. Enumerable.Range(0, 5).SelectMany(static i => new[] { SmallData.Features[2 * i], 0.1, SmallData.Features[(2 * i) + 1], SmallData.Features[2 * i] })];
        LinearModel model = Fit.Of(ElementLoss.Squared(), new Dataset(5, features, SmallData.Targets), new TrainingOptions { Optimizer = optimizer }).Model;

        Assert.Equal(0, model.Coefficients[1]);
        Assert.Equal(-0.749641062455133, model.Coefficients[2], 1e-7);
        Assert.Equal(0.4513639626704951, model.Coefficients[0] + model.Coefficients[3], 1e-7);
        Assert.Equal(0.44427494615936824, model.Intercepts[0], 1e-7);
    }

    private static void AssertModel(double[] coefficients, double intercept, LinearModel model, double tolerance)
    {
        AssertClose(coefficients, [.. model.Coefficients], tolerance);
        Assert.Equal(intercept, model.Intercepts[0], tolerance);
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }
}
