using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>Negative log-likelihoods of real targets, as formulas: the spread is predicted together with the location, or given.</summary>
public static class Likelihoods
{
    /// <summary>
    /// ½(log v + (μ − y)²/v), Gaussian, with mean and variance predicted (D. Nix and A. Weigend 1994, Estimating the mean and variance of the target probability distribution).
    /// A variance below ε counts as ε; its gradient passes as if it were not raised, as in PyTorch's <c>GaussianNLLLoss</c>.
    /// </summary>
    /// <param name="mean">The mean μ.</param>
    /// <param name="variance">The variance v.</param>
    /// <param name="target">The target y.</param>
    /// <param name="full">Whether to add ½·log 2π.</param>
    /// <param name="epsilon">The smallest variance ε, positive.</param>
    /// <returns>The loss.</returns>
    [Loss]
    public static double GaussianNll(
        [Prediction, Range(-1e6, 1e6)] double mean, [Prediction, Range(0.0, 1e12)] double variance, [Range(-1e6, 1e6)] double target, bool full = false, [Range(1e-9, 1.0)] double epsilon = 1e-6)
    {
        var raised = variance >= epsilon ? variance : variance - StopGradient(variance) + epsilon;
        return (0.5 * (Log(raised) + (Square(mean - target) / raised))) + (full ? 0.5 * Log(2 * Math.PI) : 0);
    }

    /// <summary>½(s + (μ − y)²·e⁻ˢ), Gaussian, with s = log v predicted: any real number is a variance (A. Kendall and Y. Gal 2017, What uncertainties do we need).</summary>
    /// <param name="mean">The mean μ.</param>
    /// <param name="logVariance">The logarithm s of the variance.</param>
    /// <param name="target">The target y.</param>
    /// <param name="full">Whether to add ½·log 2π.</param>
    /// <returns>The loss.</returns>
    [Loss]
    public static double GaussianLogVarianceNll(
        [Prediction, Range(-1e6, 1e6)] double mean, [Prediction(ScoreOf = Link.Exp), Range(-30.0, 30.0)] double logVariance, [Range(-1e6, 1e6)] double target, bool full = false) =>
        (0.5 * (logVariance + (Square(mean - target) * Exp(-logVariance)))) + (full ? 0.5 * Log(2 * Math.PI) : 0);

    /// <summary>s + ½(μ − y)²·e⁻²ˢ, Gaussian, with s = log σ predicted. CatBoost's <c>RMSEWithUncertainty</c>, with the constant; NGBoost's <c>Normal</c>.</summary>
    /// <param name="mean">The mean μ.</param>
    /// <param name="logScale">The logarithm s of the standard deviation.</param>
    /// <param name="target">The target y.</param>
    /// <param name="full">Whether to add ½·log 2π.</param>
    /// <returns>The loss.</returns>
    [Loss]
    public static double GaussianLogScaleNll(
        [Prediction, Range(-1e6, 1e6)] double mean, [Prediction(ScoreOf = Link.Exp), Range(-15.0, 15.0)] double logScale, [Range(-1e6, 1e6)] double target, bool full = false) =>
        logScale + (0.5 * Square(mean - target) * Exp(-2 * logScale)) + (full ? 0.5 * Log(2 * Math.PI) : 0);

    /// <summary>log 2b + |μ − y|/b, Laplace, of a given scale.</summary>
    /// <param name="prediction">The location μ.</param>
    /// <param name="target">The target y.</param>
    /// <param name="scale">The scale b, positive: the mean absolute deviation.</param>
    /// <returns>The loss.</returns>
    [Loss]
    public static double LaplaceNll(double prediction, double target, [Range(1e-6, 1e6)] double scale = 1) => Log(2 * scale) + (Abs(prediction - target) / scale);

    /// <summary>log 2 + s + |μ − y|·e⁻ˢ, Laplace, with location and log scale s predicted.</summary>
    /// <param name="location">The location μ.</param>
    /// <param name="logScale">The logarithm s of the scale.</param>
    /// <param name="target">The target y.</param>
    /// <returns>The loss.</returns>
    [Loss]
    public static double LaplaceLogScaleNll(
        [Prediction, Range(-1e6, 1e6)] double location, [Prediction(ScoreOf = Link.Exp), Range(-30.0, 30.0)] double logScale, [Range(-1e6, 1e6)] double target) =>
        Math.Log(2) + logScale + (Abs(location - target) * Exp(-logScale));

    /// <summary>−log of Student's t density: a regression likelihood with heavy tails (K. Lange, R. Little and J. Taylor 1989, Robust statistical modeling using the t distribution).</summary>
    /// <param name="prediction">The location μ.</param>
    /// <param name="target">The target y.</param>
    /// <param name="degreesOfFreedom">ν, positive: the smaller, the heavier the tails; 1 is Cauchy's distribution.</param>
    /// <param name="scale">The scale σ, positive.</param>
    /// <returns>The loss.</returns>
    [Loss]
    public static double StudentTNll(
        double prediction, double target, [Range(0.5, 1e3)] double degreesOfFreedom = 4, [Range(1e-6, 1e6)] double scale = 1)
    {
        var logNorm = LogGamma(degreesOfFreedom / 2) - LogGamma((degreesOfFreedom + 1) / 2) + (0.5 * Log(degreesOfFreedom * Math.PI)) + Log(scale);
        return logNorm + ((degreesOfFreedom + 1) / 2 * LogP1(Square((prediction - target) / scale) / degreesOfFreedom));
    }
}
