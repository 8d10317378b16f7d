using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>Losses of regions in float, where P + T less twice the overlap and less the smoothings cancels: against the closed forms of such regions.</summary>
public sealed class RegionCornerTests
{
    private const double Smoothing = 1e-5;

    private static readonly double[] Prediction = [0.955078125, 0.25, 0.0078125, 0.484375, 0.9375, 0.6875];

    /// <summary>Of an empty target Dice is 1 − s/(P + s), with the slope s/(P + s)²; P is Σp, or Σp² and then the slope is 2p times as large.</summary>
    [Fact]
    public void Gradient_OfAnEmptyTarget_IsThatOfTheSmoothing()
    {
        double total = Prediction.Sum();
        double squares = Prediction.Sum(static p => p * p);
        double[] slopes = [.. Prediction.Select(_ => Smoothing / Square(total + Smoothing))];
        double[] slopesOfSquares = [.. Prediction.Select(p => 2 * p * Smoothing / Square(squares + Smoothing))];

        AssertGradient(new TwiceSmoothedDiceLoss(), slopes, Prediction, new double[6]);
        AssertGradient(new SoftLabelDiceLoss(), slopes, Prediction, new double[6]);
        AssertGradient(new JaccardLoss(), slopes, Prediction, new double[6]);
        AssertGradient(new TwiceSmoothedDiceLoss(isSquared: true), slopesOfSquares, Prediction, new double[6]);
        AssertGradient(new JaccardLoss(isSquared: true), slopesOfSquares, Prediction, new double[6]);

        double[] weights = [1, 0.25, 0.5, 1, 0.125, 0.75];
        double weighted = Prediction.Zip(weights, static (p, w) => p * w).Sum();
        AssertGradient(new GeneralizedDiceLoss(), [.. weights.Select(w => w * Smoothing / Square(weighted + Smoothing))], Prediction, new double[6], weights);
    }

    /// <summary>Without a smoothing of the numerator the loss of an empty target is 1, whatever is predicted.</summary>
    [Fact]
    public void Gradient_OfAnEmptyTarget_IsZeroWithoutASmoothingOfTheNumerator()
    {
        AssertGradient(new TwiceSmoothedDiceLoss(0, 1e-7), new double[6], Prediction, new double[6]);
        AssertGradient(new SoftLabelDiceLoss(0, 1e-7), new double[6], Prediction, new double[6]);
        AssertGradient(new GeneralizedDiceLoss(0, 1e-7), new double[6], Prediction, new double[6], [1, 1, 1, 1, 1, 1]);
    }

    /// <summary>One of two pixels misses ε: the loss of Dice is ε ÷ (4 − ε + s), that of squares ε² ÷ (4 − 2ε + ε² + s).</summary>
    [Fact]
    public void Value_OfANearlyPerfectRegion_KeepsItsDigits()
    {
        double missing = Math.Pow(2, -15);
        double[] prediction = [1, 1 - missing, 0];
        AssertValue(new TwiceSmoothedDiceLoss(), missing / (4 - missing + Smoothing), prediction, [1, 1, 0]);
        AssertValue(new SoftLabelDiceLoss(), missing / (4 - missing + Smoothing), prediction, [1, 1, 0]);
        AssertValue(new GeneralizedDiceLoss(), missing / (4 - missing + Smoothing), prediction, [1, 1, 0], [1, 1, 1]);
        AssertValue(new TwiceSmoothedDiceLoss(isSquared: true), missing * missing / (4 - (2 * missing) + (missing * missing) + Smoothing), prediction, [1, 1, 0]);
    }

    private static double Square(double number) => number * number;

    private static void AssertValue(ILoss<float> loss, double expected, params double[][] inputs) =>
        Assert.Equal(expected, Evaluated.At(loss, (_, position) => inputs[position]).Value, 1e-6 * expected);

    private static void AssertGradient(ILoss<float> loss, double[] expected, params double[][] inputs)
    {
        double[] found = Evaluated.At(loss, (_, position) => inputs[position]).Gradients[0];
        double tolerance = 1e-6 * expected.Max();
        Assert.Equal(expected, found, (one, other) => Math.Abs(one - other) <= tolerance);
    }
}
