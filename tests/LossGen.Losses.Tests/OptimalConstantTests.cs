using Xunit;

namespace LossGen.Losses.Tests;

[Loss("([Prediction(Link = Link.Sigmoid)] p, [Range(0, 1)] y) => -(y * Log(p) + (1 - y) * Log(1 - p))")]
internal sealed partial class LinkedCrossEntropy;

[Loss("([Range(0, 1)] p, [Range(0, 1)] y) => -(XLogY(y, p) + XLogY(1 - y, 1 - p))")]
internal sealed partial class ProbabilityCrossEntropy;

[Loss("([Prediction(Link = Link.Exp)] rate, y) => rate - y * Log(rate)")]
internal sealed partial class LinkedPoisson;

[Loss("(rate, y) => rate - y * Log(rate)")]
internal sealed partial class UndeclaredPoisson;

[Loss("(x, y) => Max(0, 1 - x * y)")]
internal sealed partial class SignedHinge;

[Loss("(x, y) => Square(Max(0, 1 - x * y))")]
internal sealed partial class SquaredSignedHinge;

[Loss("(p, y) => Abs(p - y) < c ? Cube(c) - Cube(Square(c) - Square(p - y)) / Cube(c) : Cube(c)")]
internal sealed partial class Biweight(double c = 4.685);


[Loss("(p, int count) => Exp(p) - count * p")]
internal sealed partial class CountPoisson;

[Loss("([Prediction] mean, [Prediction] logVariance, y) => 0.5 * (logVariance + Square(mean - y) * Exp(-logVariance))")]
internal sealed partial class MeanAndLogVariance;

[Loss("(Row p, Row y) => Norm1(p - y)")]
internal sealed partial class RowAbsolute;

[Loss("([Prediction(Link = Link.Sigmoid)] Row p, [Range(0, 1)] Row y) => -Sum(y * Log(p) + (1 - y) * Log(1 - p))")]
internal sealed partial class MultiLabel;

[Loss("(Row z, Row y) => LogSumExp(z) * Sum(y) - Dot(y, z)")]
internal sealed partial class DistributionCrossEntropy;

/// <summary>
/// The constants that minimise a batch, against closed forms computed here, against a search over all targets, and against what
/// scikit-learn 1.2.1 gives for the same numbers (<c>_loss.fit_intercept_only</c>).
/// </summary>
public sealed class OptimalConstantTests
{
    private static readonly double[] s_targets =
    [
        5, 4.015625, 3.4375, 5.234375, 3.328125, 7.140625, 5.421875, 4.890625, 1.390625, 0.71875, 1.515625, 5.625,
        4.8125, 1.109375, 5.59375, 2.46875, 2.484375, 9.265625, 4.578125, 5.25, 5.296875, 1.078125, 5.484375,
    ];

    private static readonly double[] s_weights =
    [
        1.125, 1.8125, 0.25, 1.25, 1.0625, 0.5625, 2.4375, 1.1875, 2.9375, 1.8125, 1.875, 1.9375,
        2.0625, 0.5625, 1.375, 0.8125, 1.25, 0.375, 2.9375, 0.75, 2.0625, 1, 2.625,
    ];

    private static readonly double[] s_binary = [.. s_targets.Select(static y => y > 5 ? 1.0 : 0)];

    [Fact]
    public void SquaredError_IsTheMean()
    {
        Assert.Equal(4.1365489130434785, new SquaredErrorLoss().OptimalConstant(s_targets), 1e-14);
        Assert.Equal(4.010923165137615, new SquaredErrorLoss().OptimalConstant(s_targets, s_weights), 1e-14);
    }

    [Fact]
    public void AbsoluteError_IsTheMedian_Exactly()
    {
        Assert.Equal(4.8125, new AbsoluteErrorLoss().OptimalConstant(s_targets));
        Assert.Equal(4.8125, new AbsoluteErrorLoss().OptimalConstant(s_targets, s_weights));
    }

    [Theory]
    [InlineData(0.1, 1.390625)]
    [InlineData(0.25, 2.46875)]
    [InlineData(0.5, 4.8125)]
    [InlineData(0.9, 5.59375)]
    public void Quantile_IsTheWeightedQuantile_Exactly(double tau, double expected)
    {
        Assert.Equal(expected, new QuantileLoss(tau).OptimalConstant(s_targets, s_weights));
        Assert.Equal(BestTarget(new QuantileLoss(tau), s_targets), new QuantileLoss(tau).OptimalConstant(s_targets));
    }

    /// <summary>XGBoost's test of the intercept of <c>reg:quantileerror</c>, whose weighted quantiles are 3 and 5.</summary>
    [Theory]
    [InlineData(0.6, 3)]
    [InlineData(0.8, 5)]
    public void WeightedQuantile_IsXGBoosts(double tau, double expected) =>
        Assert.Equal(expected, new QuantileLoss(tau).OptimalConstant([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]));

    /// <summary>CatBoost's test of quantiles, next to the shares at which they change and with weights; its samples are in any order.</summary>
    [Theory]
    [InlineData(0.125, 0, 2)]
    [InlineData(0.25, 2, 10)]
    [InlineData(0.375, 10, 37)]
    [InlineData(0.5, 37, 40)]
    [InlineData(0.625, 40, 500)]
    [InlineData(0.75, 500, 501)]
    [InlineData(0.875, 501, 600)]
    public void Quantile_NextToASteppingShare_IsCatBoosts(double share, double below, double above)
    {
        double[] sample = [600, 40, 2, 500, 0, 37, 10, 501];
        Assert.Equal(below, new QuantileLoss(share - 1e-12).OptimalConstant(sample));
        Assert.Equal(above, new QuantileLoss(share + 1e-12).OptimalConstant(sample));
    }

    [Theory]
    [InlineData(0.38, 3)]
    [InlineData(0.5, 4)]
    [InlineData(0.52, 4)]
    public void WeightedQuantile_IsCatBoosts(double tau, double expected) =>
        Assert.Equal(expected, new QuantileLoss(tau).OptimalConstant([0, 1, 2, 3, 4, 5, 6, 7], [0.2, 0.4, 0.13, 0.43, 0.74, 0.3, 0.44, 0.37]));

    /// <summary>scikit-learn's ExponentialLoss, of labels and of probabilities: half of the logit of the mean.</summary>
    [Fact]
    public void ExponentialLoss_IsHalfOfTheLogit()
    {
        Assert.Equal(0.5 * Math.Log(3), new ExponentialLoss().OptimalConstant([1, 1, 0, 1.0]), 1e-13);
        Assert.Equal(0.5 * Math.Log(3), new ExponentialLoss().OptimalConstant([0.5, 1, 0.75, 0.75]), 1e-13);
    }

    [Theory]
    [InlineData(new double[] { 4, 1, 3, 2 }, null, 2.5)]
    [InlineData(new double[] { 1, 2 }, new double[] { 3, 3 }, 1.5)]
    [InlineData(new double[] { 1, 2 }, new double[] { 3, 4 }, 2)]
    [InlineData(new double[] { 7.3 }, null, 7.3)]
    [InlineData(new double[] { -0.1, -0.1, 5e8 }, null, -0.1)]
    [InlineData(new double[] { 1e-300, 3e-300, 1 }, null, 3e-300)]
    [InlineData(new double[] { -1e200, 0.25, 1e200 }, null, 0.25)]
    [InlineData(new double[] { 10, 20, 1e9, -1e9 }, null, 15)]
    public void Median_TakesTheMiddleOfAnInterval(double[] targets, double[]? weights, double expected) =>
        Assert.Equal(expected, new AbsoluteErrorLoss().OptimalConstant(targets, weights));

    [Fact]
    public void RandomMedians_AreTheOnesOfASort()
    {
        Random random = new(5);
        for (int trial = 0; trial < 50; trial++)
        {
            double[] targets = [.. Enumerable.Range(0, 1 + random.Next(40)).Select(_ => Math.ScaleB(random.NextDouble() - 0.5, random.Next(-30, 30)))];
            double[] sorted = [.. targets.Order()];
            double expected = sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
            double actual = new AbsoluteErrorLoss().OptimalConstant(targets);
            Assert.Equal(expected, actual, 4e-16 * Math.Abs(expected));
        }
    }

    [Fact]
    public void CrossEntropy_IsTheLogitOfTheFrequency()
    {
        Assert.Equal(-0.44183275227903934, new LinkedCrossEntropy().OptimalConstant(s_binary), 1e-13);
        Assert.Equal(-0.4361423603552113, new LinkedCrossEntropy().OptimalConstant(s_binary, s_weights), 1e-13);
        Assert.Equal(9 / 23.0, new ProbabilityCrossEntropy().OptimalConstant(s_binary), 1e-15);
    }

    [Fact]
    public void CrossEntropy_OfManyZeros_IsFarOut()
    {
        double[] targets = new double[100_000];
        targets[77] = 1;
        Assert.Equal(Math.Log(1 / 99_999.0), new LinkedCrossEntropy().OptimalConstant(targets), 1e-10);
    }

    [Fact]
    public void OneClassAlone_HasNoFiniteScore()
    {
        Assert.Equal(double.PositiveInfinity, new LinkedCrossEntropy().OptimalConstant([1.0, 1, 1]));
        Assert.Equal(double.NegativeInfinity, new LinkedCrossEntropy().OptimalConstant([0.0, 0]));
        Assert.Equal(float.NegativeInfinity, new LinkedCrossEntropy().OptimalConstant([0f, 0]));
        Assert.Equal(1, new ProbabilityCrossEntropy().OptimalConstant([1.0, 1]));
        Assert.Equal(0, new ProbabilityCrossEntropy().OptimalConstant([0.0, 0]));
    }

    [Fact]
    public void Poisson_IsTheLogarithmOfTheMean_OrTheMean()
    {
        Assert.Equal(1.4198618443197526, new LinkedPoisson().OptimalConstant(s_targets), 1e-14);
        Assert.Equal(1.3890214305679407, new LinkedPoisson().OptimalConstant(s_targets, s_weights), 1e-14);
        Assert.Equal(4.1365489130434785, new UndeclaredPoisson().OptimalConstant(s_targets), 1e-13);
        Assert.Equal(double.NegativeInfinity, new LinkedPoisson().OptimalConstant([0.0, 0, 0]));
        Assert.Equal(Math.Log(7 / 3.0), new CountPoisson().OptimalConstant([1, 0, 6]), 1e-14);
    }

    [Fact]
    public void Hinges_TakeTheMiddle_OrTheFiniteEnd()
    {
        Assert.Equal(0, new SignedHinge().OptimalConstant([1.0, -1]), 1e-12);
        Assert.Equal(1, new SignedHinge().OptimalConstant([1.0, 1, -1]));
        Assert.Equal(1, new SignedHinge().OptimalConstant([1.0, 1]));
        Assert.Equal(-1, new SignedHinge().OptimalConstant([-1.0, -1]));
        Assert.Equal(1, new SquaredSignedHinge().OptimalConstant([1.0, 1]), 1e-12);
    }

    [Fact]
    public void LossWithValleys_TakesTheLowest()
    {
        double[] targets = [.. Enumerable.Range(0, 10).Select(static i => -50 + (0.1 * i)), .. Enumerable.Range(0, 30).Select(static i => 80 + (0.1 * i)), 5, 12, 200];
        double constant = new Biweight().OptimalConstant(targets);
        Assert.Equal(81.45, constant, 1e-6);
    }

    [Fact]
    public void Float_IsTheDoubleRounded()
    {
        float[] targets = [0.1f, 0.2f, 0.7f];
        Assert.Equal(0.2f, new AbsoluteErrorLoss().OptimalConstant(targets));
        Assert.Equal((float)((0.1f + (double)0.2f + 0.7f) / 3), new SquaredErrorLoss().OptimalConstant(targets));
    }

    [Fact]
    public void SeveralNumbers_AreFoundTogether()
    {
        double[] constants = new double[2];

        new MeanAndLogVariance().OptimalConstant([.. s_targets.Select(static y => 1000 * y)], constants, s_weights);

        double mean = s_targets.Zip(s_weights, static (y, w) => 1000 * y * w).Sum() / s_weights.Sum();
        double variance = s_targets.Zip(s_weights, (y, w) => w * ((1000 * y) - mean) * ((1000 * y) - mean)).Sum() / s_weights.Sum();
        Assert.Equal(mean, constants[0], 1e-9);
        Assert.Equal(Math.Log(variance), constants[1], 1e-12);
    }

    [Fact]
    public void Softmax_IsTheLogarithmOfTheFrequencies_WithSumZero()
    {
        int[] labels = [.. s_targets.Select(static y => Math.Min(3, (int)(y / 4)))];
        double[] constants = new double[3];

        new SoftmaxCrossEntropy().OptimalConstant(labels, 3, constants);

        // scikit-learn's, less their mean; its fourth class, which never occurs, is left out here.
        double[] expected = [9.23372088693378, 9.601445667059098, 7.0364963095975614];
        Assert.All(expected.Zip(constants), pair => Assert.Equal(pair.First - expected.Average(), pair.Second, 1e-12));
        Assert.Equal(0, constants.Sum(), 1e-13);
    }

    [Fact]
    public void ClassThatNeverOccurs_HasNoScore_AndTheOthersSumToZero()
    {
        int[] labels = [.. s_targets.Select(static y => Math.Min(3, (int)(y / 4)))];
        double[] constants = new double[4];

        new SoftmaxCrossEntropy().OptimalConstant(labels, 4, constants, s_weights);

        double[] expected = [9.435719671831762, 10.084660759887212, 6.0071233159814925];
        Assert.Equal(double.NegativeInfinity, constants[3]);
        Assert.All(expected.Zip(constants), pair => Assert.Equal(pair.First - expected.Average(), pair.Second, 1e-11));
    }

    [Fact]
    public void ManyClasses_OfUnequalFrequencies_AreFound()
    {
        const int Classes = 60;
        int[] labels = [.. Enumerable.Range(0, Classes).SelectMany(static label => Enumerable.Repeat(label, 1 + (label * label)))];
        double[] constants = new double[Classes];

        new SoftmaxCrossEntropy().OptimalConstant(labels, Classes, constants);

        double mean = Enumerable.Range(0, Classes).Average(static label => Math.Log(1 + (label * label)));
        Assert.All(constants.Select(static (score, label) => (score, label)), pair => Assert.Equal(Math.Log(1 + (pair.label * pair.label)) - mean, pair.score, 1e-9));
    }

    [Fact]
    public void RowTargets_AreFittedColumnByColumn()
    {
        double[] targets = [1, -5, 1e3, 2, 7, 3e3, 4, 6, 2e3];
        double[] constants = new double[3];

        new RowAbsolute().OptimalConstant(targets, 3, constants);
        Assert.Equal([2, 6, 2e3], constants);

        new DistributionCrossEntropy().OptimalConstant([0.5, 0.5, 0, 0.25, 0.25, 0.5], 3, constants);
        double[] expected = [Math.Log(0.375), Math.Log(0.375), Math.Log(0.25)];
        Assert.All(expected.Zip(constants), pair => Assert.Equal(pair.First - expected.Average(), pair.Second, 1e-12));

        new MultiLabel().OptimalConstant([0, 1.0, 1, 0, 0, 1], 3, constants);
        Assert.Equal(double.NegativeInfinity, constants[0]);
        Assert.Equal(0, constants[1], 1e-12);
        Assert.Equal(double.PositiveInfinity, constants[2]);
    }

    [Fact]
    public void KinksAtZero_AreZero()
    {
        double[] constants = [1, 1, 1];

        new MulticlassPerceptron().OptimalConstant([0, 1, 2, 0], 3, constants);

        Assert.Equal([0, 0, 0], constants);
    }

    /// <summary>Three of the four numbers have ranges without 0. Only the sum of the loss is known to be smooth, so the oracle is that no point around is lower.</summary>
    [Theory]
    [InlineData(new double[] { 2, 2, 2 })]
    [InlineData(new double[] { -40, 3, 3.5, 4, 200 })]
    public void NormalInverseGamma_IsDefined_AndNoNeighbourIsLower(double[] targets)
    {
        NormalInverseGammaLoss loss = new();
        double[] constants = new double[4];

        loss.OptimalConstant(targets, constants);

        double found = Sum(constants);
        for (int i = 0; i < 4; i++)
        {
            double kept = constants[i];
            foreach (double factor in new[] { 0.5, 0.9, 0.99, 1.01, 1.1, 2 })
            {
                constants[i] = i == 0 ? kept * factor : Math.Clamp(kept * factor, i == 2 ? 1 : 1e-6, 1e6);
                Assert.True(found <= Sum(constants) + 1e-9, $"number {i}: {found} at {kept}, {Sum(constants)} at {constants[i]}");
            }

            constants[i] = kept;
        }

        double Sum(double[] at) => targets.Sum(target => loss.Loss(at[0], at[1], at[2], at[3], target));
    }

    /// <summary>Of targets whose tails are light the infimum is that of the normal distribution, which the ridge towards ever larger shapes comes near.</summary>
    [Fact]
    public void NormalInverseGamma_OnARidge_ComesWithinTwoPercent()
    {
        double[] targets = [1, 2, 3, 5.5];
        double[] constants = new double[4];

        new NormalInverseGammaLoss().OptimalConstant(targets, constants);

        double variance = targets.Average(target => Math.Pow(target - targets.Average(), 2));
        double normal = targets.Length * 0.5 * (Math.Log(2 * Math.PI * variance) + 1);
        double found = targets.Sum(target => new NormalInverseGammaLoss().Loss(constants[0], constants[1], constants[2], constants[3], target));
        Assert.InRange(found, normal, 1.02 * normal);
    }

    [Fact]
    public void DirichletCrossEntropy_WhichFallsForEver_GivesTheProportionsFarOut()
    {
        double[] constants = new double[3];

        new DirichletCrossEntropyLoss().OptimalConstant([0, 0, 1, 2], 3, constants);

        Assert.InRange(constants[0], 1e4, 1e300);
        Assert.Equal(0.5, constants[1] / constants[0], 1e-3);
        Assert.Equal(0.5, constants[2] / constants[0], 1e-3);
    }

    [Fact]
    public void BadInput_IsNamed()
    {
        Assert.Contains("target is empty", Message(static () => new LinkedCrossEntropy().OptimalConstant(Array.Empty<double>())), StringComparison.Ordinal);
        Assert.Contains("weights has 1 sample but target has 2", Message(static () => new LinkedCrossEntropy().OptimalConstant([1.0, 0], [1.0])), StringComparison.Ordinal);
        Assert.Contains("weights[1] is -1", Message(static () => new LinkedCrossEntropy().OptimalConstant([1.0, 0], [1.0, -1])), StringComparison.Ordinal);
        Assert.Contains("All weights are 0", Message(static () => new LinkedCrossEntropy().OptimalConstant([1.0, 0], [0.0, 0])), StringComparison.Ordinal);
        Assert.Contains("label[1] is 3", Message(static () => new SoftmaxCrossEntropy().OptimalConstant([0, 3], 3, new double[3])), StringComparison.Ordinal);
        Assert.Contains("constants has 2 elements", Message(static () => new SoftmaxCrossEntropy().OptimalConstant([0, 1], 3, new double[2])), StringComparison.Ordinal);
    }

    [Fact]
    public void IgnoredLabelsAndClassWeights_Count()
    {
        double[] constants = new double[2];

        new SoftmaxCrossEntropy { IgnoredLabel = -100, ClassWeights = (Row)new double[] { 3, 1 } }.OptimalConstant([0, -100, 1, 1, 0, 0, -100], 2, constants);

        Assert.Equal(Math.Log(9 / 2.0) / 2, constants[0], 1e-12);
        Assert.Equal(-Math.Log(9 / 2.0) / 2, constants[1], 1e-12);
    }

    [Fact]
    public void LabelOutOfRange_IsNamedByItsSample_HoweverFarBack()
    {
        int[] labels = new int[20_000];
        labels[12_345] = 7;
        Assert.Contains("[12345] is 7", Message(() => new SoftmaxCrossEntropy().OptimalConstant(labels, 3, new double[3])), StringComparison.Ordinal);
    }

    [Fact]
    public void ZeroWeight_LeavesASampleOut_EvenWhereItsLossIsNaN() =>
        Assert.Equal(2, new SquaredErrorLoss().OptimalConstant([1, double.NaN, 3], [1.0, 0, 1]), 1e-15);

    private static string Message(Action action) => Assert.ThrowsAny<ArgumentException>(action).Message;

    /// <summary>The target that, taken as prediction for all, has the smallest sum of losses.</summary>
    private static double BestTarget(QuantileLoss loss, double[] targets) =>
        targets.MinBy(candidate => targets.Sum(target => loss.Loss(candidate, target)));
}
