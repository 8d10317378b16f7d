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

    private static void AssertDigits(object loss, double value, double[] gradient, double[] hessian, params double[][] inputs)
    {
        AssertDigits<double>(loss, value, gradient, hessian, 1e-13, inputs);
        AssertDigits<float>(loss, value, gradient, hessian, 1e-6, inputs);
    }

    private static void AssertDigits<T>(object loss, double value, double[] gradient, double[] hessian, double tolerance, double[][] inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Evaluated found = Evaluated.At((ILoss<T>)loss, (_, position) => inputs[position]);
        double[] expected = [value, .. gradient, .. hessian];
        double[] actual = [found.Value, .. found.Gradients[0], .. found.Hessians[0]];

        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.True(
            pair.First.Equals(pair.Second) || Math.Abs(pair.Second - pair.First) <= tolerance * Math.Abs(pair.First),
            string.Create(CultureInfo.InvariantCulture, $"{pair.Second:R} instead of {pair.First:R} in {typeof(T).Name}")));
    }
}
