using System.Numerics;
using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>Losses where their formulas meet 0·∞ or ∞ ÷ ∞: value, gradient and Hessian are the limits.</summary>
public sealed class CornerTests
{
    private static readonly double[] Gammas = [0, 0.5, 1, 1.5, 2, 2.5];

    public static TheoryData<double> FocalGammas { get; } = [.. Gammas];

    [Theory]
    [MemberData(nameof(FocalGammas))]
    public void FocalLosses_OfACertainClass_AreZeroWithTheirDerivatives(double gamma)
    {
        foreach (double far in (double[])[-200, -800, -1e20])
        {
            AssertLimit(new SoftmaxFocal(gamma), 0, [0, far, far], [0]);
            AssertLimit(new CategoricalFocal(new Row(new double[] { 1, 0.5, 2 }.AsMemory()), gamma), 0, [0, far, far], [1, 0, 0]);
        }

        AssertLimit(new SoftBinaryFocal(gamma), 0, [1e20], [1]);
        AssertLimit(new SoftBinaryFocal(gamma), 0, [-1e20], [0]);
        AssertLimit(new ClampedBinaryFocal(gamma), 0, [1], [1]);
        AssertLimit(new ClampedBinaryFocal(gamma), 0, [0], [0]);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.25)]
    [InlineData(1.75)]
    public void FocalTversky_OfAPerfectRegion_IsZeroWithItsDerivatives(double gamma) => AssertLimit(new FocalTverskyLoss(gamma: gamma), 0, [1, 0, 1], [1, 0, 1]);

    [Theory]
    [InlineData(1e30)]
    [InlineData(-1e30)]
    [InlineData(double.PositiveInfinity)]
    public void BoundedRobustLosses_OfHugeResiduals_AreAtTheirBounds(double residual)
    {
        AssertLimit(new GemanMcClureLoss(), 2, [residual], [0]);
        AssertLimit(new WelschLoss(), 1, [residual], [0]);
        AssertLimit(new TukeyLoss(3), 1.5, [residual], [0]);
    }

    [Fact]
    public void BoundedRobustLosses_OfResidualsOf1e200_AreAtTheirBounds()
    {
        AssertLimit<double>(new GemanMcClureLoss(2), 2, [1e200], [0]);
        AssertLimit<double>(new WelschLoss(2), 1, [-1e200], [0]);
    }

    /// <summary>Barron's family at residuals whose square overflows; values and slopes by mpmath.</summary>
    [Theory]
    [InlineData(1, 1e200, 1e200, 1)]
    [InlineData(1.5, -1e200, 5.60597610169143e299, -8.4089641525371453e99)]
    [InlineData(0.5, 1e200, 2.7108060108295345e100, 1.3554030054147673e-100)]
    [InlineData(double.NegativeInfinity, 1e200, 1, 0)]
    public void BarronLoss_OfHugeResiduals_HasItsValueAndSlope(double alpha, double residual, double value, double slope)
    {
        double[] gradient = new double[1];
        double[] hessian = new double[1];

        Assert.Equal(value, new BarronLoss(alpha).ValueGradientAndHessian([residual], [0.0], gradient, hessian), 1e-13 * value);
        Assert.Equal(slope, gradient[0], 1e-13 * Math.Abs(slope));
        Assert.True(double.IsFinite(hessian[0]));
    }

    /// <summary>e^½ − 1 and so on: the limit from above, which the paper has, too.</summary>
    [Fact]
    public void BarronLoss_OfInfinity_IsExponential()
    {
        double[] gradient = new double[1];
        double[] hessian = new double[1];
        BarronLoss loss = new(double.PositiveInfinity, scale: 0.5);

        Assert.Equal(1.7182818284590452, loss.ValueGradientAndHessian([Math.Sqrt(0.5)], [0.0], gradient, hessian), 1e-14);
        Assert.Equal(7.688462056318237, gradient[0], 1e-13);
        Assert.Equal(32.61938194150854, hessian[0], 1e-13 * 32);
        Assert.Equal(1.7182818284590452, loss.Loss(Math.Sqrt(0.5), 0.0), 1e-14);
    }

    /// <summary>The same in float, whose squares overflow from 2e19 on.</summary>
    [Theory]
    [InlineData(1, 1e30, 1e30, 1)]
    [InlineData(1.5, 1e24, 5.6059761016914301e35, 840896415253.71454)]
    [InlineData(-1, 1e30, 3, 0)]
    [InlineData(double.NegativeInfinity, -1e30, 1, 0)]
    public void BarronLoss_OfHugeResidualsInFloat_HasItsValueAndSlope(double alpha, double residual, double value, double slope)
    {
        float[] gradient = new float[1];
        float[] hessian = new float[1];

        Assert.Equal(value, new BarronLoss(alpha).ValueGradientAndHessian([(float)residual], [0f], gradient, hessian), 1e-6 * value);
        Assert.Equal(slope, gradient[0], 1e-6 * Math.Abs(slope));
        Assert.True(float.IsFinite(hessian[0]));
    }

    /// <summary>Below 2 the power has no second derivative at 0.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(3)]
    public void Lp_AtTheTarget_IsZeroWithItsDerivatives(double exponent) => AssertLimit(new LpLoss(exponent), 0, [0.75], [0.75]);

    [Fact]
    public void Contrastive_OfFarUnlikePairs_IsZero()
    {
        AssertLimit<double>(new ContrastiveOfDistance(), 0, [1e200], [0]);
        AssertLimit<double>(new Contrastive(), 0, [1e200, 0], [0, 0], [0]);
        AssertLimit<float>(new Contrastive(), 0, [1e20, 0], [0, 0], [0]);
    }

    /// <summary>y ÷ μ is 0 in double; the deviance is that of y = 0, 2√μ for the power 1.5.</summary>
    [Fact]
    public void TweedieDeviance_OfATargetThatUnderflowsAgainstTheMean_IsThatOfZero() =>
        Assert.Equal(2e6, new HalfTweedieDevianceLoss().Value([1e12], [double.Epsilon]), 1e-6);

    /// <summary>Where the target is 0, or 1, the deviance has one term, also at a mean of 0, or 1.</summary>
    [Fact]
    public void Deviances_AtTheEndsOfTheirDomain_AreTheirLimits()
    {
        AssertPoint(new HalfPoissonDevianceLoss(), 0, 1, 0, [0], [0]);
        AssertPoint(new HalfBinomialDevianceLoss(), 0, 1, 1, [0], [0]);
        AssertPoint(new HalfBinomialDevianceLoss(), 0, -1, 1, [1], [1]);
        AssertPoint(new HalfNegativeBinomialDevianceLoss(), 0, 1, -1, [0], [0]);
        Assert.Equal(0, new HalfTweedieDevianceLoss().Value([0.0], [0.0]));
        Assert.Equal(double.PositiveInfinity, new HalfBinomialDevianceLoss().Value([1.0], [0.0]));
    }

    /// <summary>A positive amount is impossible for a mean of 0.</summary>
    [Fact]
    public void DeviancesOfPositiveAmounts_AtAMeanOfZero_AreInfinite()
    {
        AssertInfinite(new HalfGammaDevianceLoss());
        AssertInfinite(new HalfPoissonDevianceLoss());
        foreach (double power in new[] { 1, 1.25, 1.5, 2, 2.5, 3 })
        {
            AssertInfinite(new HalfTweedieDevianceLoss(power));
        }

        Assert.Equal(double.PositiveInfinity, new HalfNegativeBinomialDevianceLoss().Value([0.0], [2.0]));

        static void AssertInfinite(object loss)
        {
            AssertAt((ILoss<double>)loss, 0);
            AssertAt((ILoss<float>)loss, 0);
        }

        static void AssertAt<T>(ILoss<T> loss, double mean)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            Evaluated found = Evaluated.At(loss, (_, position) => position == 0 ? [mean] : [2]);
            Assert.Equal((double.PositiveInfinity, double.NegativeInfinity), (found.Value, found.Gradients[0][0]));
        }
    }

    /// <summary>Next to a mean of 0, where y ÷ μ overflows; 2/√μ − 4 for the power 1.5, by mpmath.</summary>
    [Fact]
    public void HalfTweedieDeviance_OfTheSmallestMean_IsFinite()
    {
        Assert.Equal(8.99782758908639277e161, new HalfTweedieDevianceLoss().Value([double.Epsilon], [1.0]), 1e149);
        Assert.Equal(double.PositiveInfinity, new HalfGammaDevianceLoss().Value([double.Epsilon], [1.0]));
    }

    /// <summary>Deviances next to their minimum, by mpmath.</summary>
    [Fact]
    public void Deviances_NextToTheirMinimum_KeepTheirDigits()
    {
        AssertPoint<double>(new HalfBinomialDevianceLoss(), 2.3809523482116097e-16, 4.7619046686953618e-8, 4.7619045804988787, [0.30000001], [0.3]);
        AssertPoint<double>(new HalfNegativeBinomialDevianceLoss(), 4.1666664909914785e-16, 8.333332833584088e-9, 0.083333323611111769, [3.0000001], [3]);
        AssertPoint<double>(new HalfNegativeBinomialDevianceLoss(100), 0.10507952148799747, 9.9998990000101e-8, -9.9997980000303e-13, [1e5], [1]);
    }

    /// <summary>Bounds of 0 and ∞ say nothing about a time.</summary>
    [Fact]
    public void Survival_OfAnyTime_IsZeroWithItsDerivatives()
    {
        AssertLimit(new NormalAftLoss(), 0, [0.5], [0], [double.PositiveInfinity]);
        AssertLimit(new LogisticAftLoss(), 0, [0.5], [0], [double.PositiveInfinity]);
        AssertLimit(new ExtremeAftLoss(), 0, [0.5], [0], [double.PositiveInfinity]);
    }

    [Fact]
    public void DivergencesOfProbabilities_HaveNoTermsWhereTheTargetIsZero()
    {
        Assert.Equal(Math.Log(2), new KullbackLeibler().Value([double.NegativeInfinity, Math.Log(0.5), Math.Log(0.5)], [0, 1, 0], 3), 1e-15);
        Assert.Equal(Math.Log(2), new KullbackLeiblerOfProbabilities(0).Value([0, 0.5, 0.5], [0, 1.0, 0], 3), 1e-15);
        Assert.Equal(double.PositiveInfinity, new KullbackLeiblerOfProbabilities(0).Value([0, 0.5, 0.5], [0.5, 0.5, 0.0], 3));
        Assert.Equal(0, new JensenShannon().Value([0, 0.5, 0.5], [0, 0.5, 0.5], 3), 1e-15);
    }

    [Fact]
    public void Entropies_OfCertainties_AreZeroWithTheirDerivatives()
    {
        AssertLimit(new EntropyPenalty(), 0, [0, -1e20, -1e20]);
        AssertLimit(new EntropyPenalty(), 0, [0, double.NegativeInfinity, double.NegativeInfinity]);
        AssertLimit(new BinaryEntropyPenalty(), 0, [1e20]);
        AssertLimit(new BinaryEntropyPenalty(), 0, [double.NegativeInfinity]);
    }

    /// <summary>A guard of a corner lets no NaN through as a number.</summary>
    [Fact]
    public void LossesOfNaN_AreNaN()
    {
        Assert.Equal(double.NaN, new SoftmaxFocal().Value([0.5, double.NaN, 1], [0], 3));
        Assert.Equal(double.NaN, new CategoricalFocal(new Row(new double[] { 1, 1, 1 }.AsMemory())).Value([0.5, double.NaN, 1], [1, 0, 0], 3));
        Assert.Equal(double.NaN, new SoftBinaryFocal().Value([double.NaN], [1.0]));
        Assert.Equal(double.NaN, new Poly1CrossEntropyOfDistribution().Value([0.5, double.NaN, 1], [1, 0, 0], 3));
        Assert.Equal(double.NaN, new EntropyPenalty().Value([0.5, double.NaN, 1], 3));
        Assert.Equal(double.NaN, new FocalTverskyLoss().Value([0.5, double.NaN, 1], [1, 0, 1], 3));
        Assert.Equal(double.NaN, new GemanMcClureLoss().Value([double.NaN], [1.0]));
        Assert.Equal(double.NaN, new WelschLoss().Value([double.NaN], [1.0]));
        Assert.Equal(double.NaN, new LpLoss().Value([double.NaN], [1.0]));
        Assert.Equal(double.NaN, new MinkowskiTriplet().Value([double.NaN, 1], [0.5, 1], [2, 0], 2));
    }

    private static void AssertPoint(object loss, double value, double slope, double curvature, params double[][] inputs)
    {
        AssertPoint<double>(loss, value, slope, curvature, inputs);
        AssertPoint<float>(loss, value, slope, curvature, inputs);
    }

    private static void AssertPoint<T>(object loss, double value, double slope, double curvature, params double[][] inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Evaluated found = Evaluated.At((ILoss<T>)loss, (_, position) => inputs[position]);

        Assert.Equal(value, found.Value, 1e-13 * Math.Abs(value));
        Assert.Equal(slope, found.Gradients[0][0], 1e-13 * Math.Abs(slope));
        Assert.Equal(curvature, found.Hessians[0][0], 1e-13 * Math.Abs(curvature));
    }

    private static void AssertLimit(object loss, double value, params double[][] inputs)
    {
        AssertLimit<double>(loss, value, inputs);
        AssertLimit<float>(loss, value, inputs);
    }

    private static void AssertLimit<T>(object loss, double value, params double[][] inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Evaluated found = Evaluated.At((ILoss<T>)loss, (_, position) => inputs[position]);

        Assert.Equal(value, found.Value, 1e-30);
        Assert.All(found.Gradients.Concat(found.Hessians).SelectMany(static derivatives => derivatives), static derivative => Assert.Equal(0, derivative, 1e-20));
    }
}
