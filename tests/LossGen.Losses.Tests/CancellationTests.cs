using System.Globalization;
using System.Numerics;
using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>Losses where their usual formulas subtract numbers that are nearly equal: 1e-13 in double, 1e-6 in float. Expected values are by mpmath with 60 digits and more.</summary>
public sealed class CancellationTests
{
    /// <summary>A sure and right model: scores, then the derivatives of each.</summary>
    [Theory]
    [InlineData(
        new double[] { 10, 0, -3 },
        4.3373495673060165e-9,
        new double[] { -8.6742857159067029e-9, 8.4486528837235125e-9, 2.256328321831904e-10 },
        new double[] { 1.7347331234805526e-8, 1.6690947330982584e-8, 2.4606520046544536e-10 })]
    [InlineData(
        new double[] { 40, 2, 0 },
        2.273650928079612e-33,
        new double[] { -4.5473018561592239e-33, 4.208384837544955e-33, 3.3891701861426883e-34 },
        new double[] { 9.0946037123184473e-33, 8.1500467119894574e-33, 4.1111107412808543e-34 })]
    public void Brier_OfARightModel_KeepsItsDigits(double[] scores, double value, double[] gradient, double[] hessian) =>
        AssertDigits(new Brier(), value, gradient, hessian, scores, [0]);

    /// <summary>Large dispersions α, counts far from the mean, and both.</summary>
    [Theory]
    [InlineData(1e4, 1e6, 1000, 0.094394824913512237, -9.899999010000099e-6, 1.9899997020000397e-9)]
    [InlineData(7e5, 1e6, 1000, 7.1896484540859458e-5, -6.1224489708454811e-10, 3.7900874568929613e-15)]
    [InlineData(4e5, 1e6, 1, 0.58370814312809493, -3.7499906250234374e-6, 2.4999914062773437e-11)]
    [InlineData(1e6, 4e5, 1, 0.31629028187483006, 5.999994000006e-7, -1.999992000014e-13)]
    [InlineData(1e4, 1e6, 1, 94.389929642320744, -0.009899010098990101, 1.9897020396950406e-6)]
    public void NegativeBinomialDeviance_OfLargeCounts_KeepsItsDigits(double mean, double target, double alpha, double value, double slope, double curvature) =>
        AssertDigits(new HalfNegativeBinomialDevianceLoss(alpha), value, [slope], [curvature], [mean], [target]);

    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(0.25, 0.125, 0.5)]
    public void SquaredHellinger_WithoutATarget_IsHalfTheProbability(double probability, double value, double slope) =>
        AssertDigits(new SquaredHellinger(), value, [slope], [0], [probability], [0]);

    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    public void GeneralizedKullbackLeibler_WithoutATarget_IsTheMass(double mass) => AssertDigits(new GeneralizedKullbackLeibler(), mass, [1], [0], [mass], [0]);

    [Theory]
    [InlineData(1, 0.75, double.PositiveInfinity)]
    [InlineData(1, 0, double.PositiveInfinity)]
    [InlineData(0, 0.75, double.NegativeInfinity)]
    public void BinomialDeviance_OfAWrongCertainty_IsInfiniteWithItsDerivatives(double probability, double target, double slope) =>
        AssertDigits(new HalfBinomialDevianceLoss(), double.PositiveInfinity, [slope], [double.PositiveInfinity], [probability], [target]);

    /// <summary>Of a sure class log p is far below the rounding of 1; by mpmath.</summary>
    [Theory]
    [InlineData(36, 1.1824792569683948e-14, -1.15075098104021468e-14, 1.1190227051120342e-14, 8.3502821888768448e-15, 8.1183299058524838e-15)]
    [InlineData(50, 1.35262707890040268e-20, -1.3262441062584788e-20, 1.29986113361655492e-20, 9.6437492398195889e-21, 9.4508742550231971e-21)]
    public void EntropyPenalty_OfASureRow_KeepsItsDigits(double score, double value, double slope, double curvature, double otherSlope, double otherCurvature) =>
        AssertFirstColumns(new EntropyPenalty(), [value, slope, curvature, otherSlope, otherCurvature], [score, 0, -1]);

    /// <summary>The difference of two softmax weights next to 1; by mpmath.</summary>
    [Theory]
    [InlineData(12, 13, -3.883720574294987e-6)]
    [InlineData(40, 43, -1.4022183135213278e-17)]
    public void ListNet_OfASureOrder_KeepsItsDigits(double score, double relevance, double slope)
    {
        double[] gradient = new double[3];
        new ListNet().ValueAndGradient([score, 0, 1], [relevance, 0, 2], 3, gradient);

        Assert.Equal(slope, gradient[0], 1e-14 * Math.Abs(slope));
    }

    /// <summary>Times between bounds so near each other that their probabilities have the same digits.</summary>
    [Theory]
    [InlineData(1.0000001, 0, 17.037034233579125, -4.99999975291934809e-8, 0.999999999999999167)]
    [InlineData(1.0001, 0, 10.1293289047642573, -4.99975001249882441e-5, 0.999999999166749993)]
    [InlineData(1.0001, 3, 14.6291789085142573, 2.99995000000012499, 0.999999999166749996)]
    [InlineData(1.01, 0.5, 5.65161591786960508, 0.495020750258924382, 0.999991749280231617)]
    [InlineData(1.03, 0, 4.44045784847971084, -0.0147783250604837452, 0.999927191888708424)]
    [InlineData(1.04, 0, 4.15774515927500632, -0.0196078428795422606, 0.999871817881586281)]
    [InlineData(1.1, 0, 3.27107027716035644, -0.0476190258132474486, 0.999243227445314483)]
    [InlineData(1.1, 1, 3.72307288823749709, 0.951624299752964878, 0.999243538135546849)]
    public void NormalAft_BetweenNearBounds(double upper, double logTime, double value, double slope, double curvature) =>
        AssertDigits<double>(new NormalAftLoss(), value, [slope], [curvature], 1e-13, [[logTime], [1], [upper]]);

    /// <summary>The same in float, at 1 + 2⁻¹³, which is exact there.</summary>
    [Fact]
    public void NormalAft_BetweenNearBoundsInFloat() =>
        AssertDigits<float>(new NormalAftLoss(), 9.92991291501925427, [-6.10314311870613365e-5], [0.999999998758388133], 1e-6, [[0], [1], [1.0001220703125]]);

    /// <summary>Next to an intensity of 0 the curvature is as small as the intensity, and its terms are as large as 1 and its square's reciprocal.</summary>
    [Theory]
    [InlineData(-45, 0.5, 1, 22.5, -0.5, 2.8625185805493936e-20)]
    [InlineData(-37, 0.5, 1, 18.5, -0.49999999999999991, 8.5330476257440643e-17)]
    [InlineData(-10, 0.25, 3, 2.225471774634064, -0.24987515620457052, 0.00012483778429283707)]
    [InlineData(-3, 0.25, 2, 0.66774072348080847, -0.16122047806468224, 0.084428582679626893)]
    [InlineData(-4, 1, 8, 2.0013685610029611, -0.92077529802695466, 0.076103171973654631)]
    [InlineData(5, 0.5, 2, 5.0067377461175117, 0.99326265263029629, 0.0067361600972676213)]
    public void CrossEntropyLambda_OfSmallIntensities(double score, double target, double exposure, double value, double slope, double curvature)
    {
        AssertDigits<double>(new CrossEntropyLambdaLoss(), value, [slope], [curvature], 1e-13, [[score], [target], [exposure]]);
        AssertDigits<float>(new CrossEntropyLambdaLoss(), value, [slope], [curvature], 2e-6, [[score], [target], [exposure]]);
    }

    /// <summary>One class has nearly all of the evidence: that of the label, or another.</summary>
    [Theory]
    [InlineData(10000.0, 0, 3.2246534546884097e-7, -6.4457576277860328e-11, 1.9326630914558947e-14, 6.6889611771219459e-8, 4.3420430011743273e-8)]
    [InlineData(10000.0, 1, 1.9988609816562109, 1.1381261182016855e-7, -2.2744690650575609e-11, -0.0001997760937793448, -9.9858096967157616e-5)]
    [InlineData(1048576.0, 0, 2.9360051230615466e-11, -5.5999559502385359e-17, 1.6021518354120212e-22, 6.0931187363854185e-12, 3.9560328962903399e-12)]
    [InlineData(1048576.0, 1, 1.9999891290408264, 1.0367277060270183e-11, -1.9773863911641433e-17, -1.907328249466032e-6, -9.536613962923972e-7)]
    public void DirichletSquaredError_OfASureRow(double score, int label, double value, double slope, double curvature, double otherSlope, double otherCurvature) =>
        AssertFirstColumns(new DirichletSquaredErrorLoss(), [value, slope, curvature, otherSlope, otherCurvature], [score, 0, 1], [label]);

    /// <summary>The same of the marginal likelihood.</summary>
    [Theory]
    [InlineData(10000.0, 0, 0.00040052060763713147, -4.0040036992886494e-8, 8.005603473347116e-12, 4.9974980481453562e-5, 2.4984992742052659e-5)]
    [InlineData(10000.0, 1, 8.6842518534451087, 9.9949960962907124e-5, -9.9899946964866579e-9, -0.29525807959433917, -0.060422195197903023)]
    [InlineData(1048576.0, 0, 3.8207982954451176e-6, -3.6437867664507296e-12, 6.949951802064884e-18, 4.7683488156282457e-7, 2.3841721340990801e-7)]
    [InlineData(1048576.0, 1, 13.336359351532019, 9.5366976312564914e-7, -9.0948601710013173e-13, -0.29530757773993906, -0.060446941773431666)]
    public void DirichletLikelihood_OfASureRow(double score, int label, double value, double slope, double curvature, double otherSlope, double otherCurvature) =>
        AssertFirstColumns(new DirichletLikelihoodLoss(), [value, slope, curvature, otherSlope, otherCurvature], [score, 0, 1], [label]);

    /// <summary>Value, and gradient and Hessian of the first two columns.</summary>
    private static void AssertFirstColumns(object loss, double[] expected, params double[][] inputs)
    {
        AssertFirstColumns<double>(loss, expected, 1e-14, inputs);
        AssertFirstColumns<float>(loss, expected, 1e-6, inputs);
    }

    private static void AssertFirstColumns<T>(object loss, double[] expected, double tolerance, double[][] inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Evaluated found = Evaluated.At((ILoss<T>)loss, (_, position) => inputs[position]);
        AssertNear<T>(expected, [found.Value, found.Gradients[0][0], found.Hessians[0][0], found.Gradients[0][1], found.Hessians[0][1]], tolerance);
    }

    private static void AssertDigits(object loss, double value, double[] gradient, double[] hessian, params double[][] inputs)
    {
        AssertDigits<double>(loss, value, gradient, hessian, 1e-13, inputs);
        AssertDigits<float>(loss, value, gradient, hessian, 1e-6, inputs);
    }

    private static void AssertDigits<T>(object loss, double value, double[] gradient, double[] hessian, double tolerance, double[][] inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Evaluated found = Evaluated.At((ILoss<T>)loss, (_, position) => inputs[position]);
        AssertNear<T>([value, .. gradient, .. hessian], [found.Value, .. found.Gradients[0], .. found.Hessians[0]], tolerance);
    }

    private static void AssertNear<T>(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.True(
            pair.First.Equals(pair.Second) || Math.Abs(pair.Second - pair.First) <= tolerance * Math.Abs(pair.First),
            string.Create(CultureInfo.InvariantCulture, $"{pair.Second:R} instead of {pair.First:R} in {typeof(T).Name}")));
    }
}
