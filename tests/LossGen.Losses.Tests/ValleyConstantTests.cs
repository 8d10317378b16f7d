using LossGen.Boosting;
using LossGen.Evaluation;
using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>Optimal constants of losses with several valleys, against the lowest point of a grid over them.</summary>
public sealed class ValleyConstantTests
{
    private const int GridPoints = 20_000;

    /// <summary>Where the loss has no slope at any start, because the targets lie outside of one another's and of 0's reach.</summary>
    public static TheoryData<string, double[]> Wells => new()
    {
        { nameof(TukeyLoss), [100, 100, 100] },
        { nameof(TukeyLoss), [10] },
        { nameof(TukeyLoss), [-10] },
        { nameof(WelschLoss), [100] },
        { nameof(TruncatedSquareLoss), [10] },
        { nameof(HampelLoss), [20] },
        { nameof(AndrewsWaveLoss), [20] },
        { nameof(TukeyQuarticLoss), [20] },
        { nameof(PeriodicLoss), [0.25] },
    };

    public static TheoryData<string> Losses => [.. LossesByName.Keys];

    private static Dictionary<string, Type> LossesByName { get; } = new Type[]
    {
        typeof(TukeyLoss), typeof(WelschLoss), typeof(TruncatedSquareLoss), typeof(HampelLoss), typeof(AndrewsWaveLoss), typeof(TukeyQuarticLoss), typeof(PeriodicLoss),
        typeof(CauchyLoss), typeof(GemanMcClureLoss), typeof(RamsayLoss), typeof(StudentTNllLoss), typeof(WingLoss),
    }.ToDictionary(static type => type.Name);

    [Theory]
    [MemberData(nameof(Wells))]
    public void LoneTargets_AreTheConstant_InEveryPrecision(string name, double[] targets)
    {
        float[] narrow = [.. targets.Select(static target => (float)target)];
        float[] constants = new float[1];
        var batch = new LossBatch<float>(Reduction.Sum, default, 0);
        batch.AddTarget(narrow, "target", InputShape.Scalar);

        Made<ILoss<float>>(name).OptimalConstant(ref batch, constants);

        Assert.Equal(targets[0], Constant(name, targets), 1e-12);
        Assert.Equal(targets[0], constants[0]);
        Assert.Equal(targets[0], new BoostingObjective(Made<ILoss<float>>(name)).InitialScores(narrow)[0]);
    }

    [Fact]
    public void NarrowWell_IsFound() => Assert.Equal(5, new WelschLoss(0.1).OptimalConstant([5.0]), 1e-12);

    [Theory]
    [MemberData(nameof(Losses))]
    public void TwoFarTargets_HaveNoTopBetweenThem(string name)
    {
        AssertIsLowest(name, [2, 12]);
        AssertIsLowest(name, [2, 42]);
        AssertIsLowest(name, [-3, 5, 14]);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void RandomTargets_HaveNoLowerPointOnAGrid(string name)
    {
        for (int seed = 0; seed < 6; seed++)
        {
            Random random = new(seed);
            AssertIsLowest(name, [.. Enumerable.Range(0, 3 + (4 * seed)).Select(_ => Math.Round((random.NextDouble() * 60) - 10, 2))]);
        }
    }

    [Fact]
    public void WellsBetweenTargetsWithoutSlope_AreSeen() =>
        Assert.Equal((33.57 + 36.08) / 2, new TruncatedSquareLoss().OptimalConstant([33.57, 39.04, 36.08]), 1e-12);

    [Fact]
    public void OfEquallyLowValleys_TheNearestToZeroIsTaken()
    {
        Assert.Equal(10, new TruncatedSquareLoss().OptimalConstant([30.0, 10]));
        Assert.Equal(-10, new TruncatedSquareLoss().OptimalConstant([-30.0, -10]));
        Assert.Equal(-10, new TruncatedSquareLoss().OptimalConstant([10.0, -10]));
        Assert.Equal(7 - Math.Sqrt(24), new CauchyLoss().OptimalConstant([2.0, 12]), 1e-12);
        Assert.Equal(Math.Sqrt(24) - 7, new CauchyLoss().OptimalConstant([-12.0, -2]), 1e-12);
    }

    [Fact]
    public void PeriodicLoss_StaysNearItsTargets() => Assert.InRange(new PeriodicLoss().OptimalConstant([0.25, 0.3, 7.9]), -10, 10);

    [Fact]
    public void WidePlateaus_KeepTheirMiddle_WhereTargetsAreFarApart() =>
        Assert.Equal(2e-9, new AbsoluteErrorLoss().OptimalConstant([-1e9, -1e-9, 5e-9, 1e9]), 1e-24);

    private static void AssertIsLowest(string name, double[] targets)
    {
        double low = targets.Min() - 3;
        double step = (targets.Max() + 3 - low) / GridPoints;
        double lowest = targets.Concat(Enumerable.Range(0, GridPoints + 1).Select(i => low + (i * step))).Min(x => Sum(name, x, targets));
        double found = Sum(name, Constant(name, targets), targets);
        Assert.True(found <= lowest + (1e-9 * Math.Abs(lowest)), $"{name} of [{string.Join(", ", targets)}]: {found}, not {lowest}");
    }

    private static double Constant(string name, double[] targets)
    {
        double[] constants = new double[1];
        var batch = new LossBatch<double>(Reduction.Sum, default, 0);
        batch.AddTarget(targets, "target", InputShape.Scalar);
        Made<ILoss<double>>(name).OptimalConstant(ref batch, constants);
        return constants[0];
    }

    private static double Sum(string name, double x, double[] targets)
    {
        double[] predictions = [.. targets.Select(_ => x)];
        var batch = new LossBatch<double>(Reduction.Sum, default, 0);
        batch.AddPrediction(predictions, "prediction", InputShape.Scalar);
        batch.AddTarget(targets, "target", InputShape.Scalar);
        return Made<ILoss<double>>(name).Evaluate(ref batch);
    }

    /// <summary>The loss with the hyperparameters that it has unless told otherwise.</summary>
    private static TLoss Made<TLoss>(string name) =>
        (TLoss)LossesByName[name].GetConstructors().Single().Invoke([.. LossesByName[name].GetConstructors().Single().GetParameters().Select(static parameter => parameter.DefaultValue)]);
}
