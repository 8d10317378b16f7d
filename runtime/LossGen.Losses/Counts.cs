using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>
/// Negative log-likelihoods of counts and of positive amounts, as formulas on the mean μ. The classes take x = log μ, any real number, unless they say otherwise; terms
/// that only depend on the target are left out unless <c>full</c> asks for them.
/// </summary>
public static class Counts
{
    /// <summary>μ − y·log μ with μ = eˣ, Poisson: for counts and rates. Gradient eˣ − y. PyTorch's <c>PoissonNLLLoss(log_input=True)</c>, the boosters' <c>poisson</c>.</summary>
    /// <param name="mean">The mean μ; its logarithm, in the class.</param>
    /// <param name="target">The count y.</param>
    /// <param name="full">Whether to add Stirling's approximation y·log y − y + ½·log(2πy) of log y!, where y &gt; 1.</param>
    /// <returns>The loss.</returns>
    [Loss(Name = "PoissonNllLoss")]
    public static double Poisson([Prediction(Link = Link.Exp), Range(1e-12, 1e12)] double mean, [Range(0.0, 1e9)] double target, bool full = false) =>
        mean - (target * Log(mean)) + (full ? Stirling(target) : 0);

    /// <summary>p − y·log(p + ε), Poisson with the rate itself as prediction: PyTorch's <c>PoissonNLLLoss(log_input=False)</c>; Keras' <c>Poisson</c> has ε = 10⁻⁷.</summary>
    /// <param name="prediction">The rate p, at least 0.</param>
    /// <param name="target">The count y.</param>
    /// <param name="full">Whether to add Stirling's approximation of log y!, where y &gt; 1.</param>
    /// <param name="epsilon">What keeps the logarithm finite at a rate of 0, at least 0.</param>
    /// <returns>The loss.</returns>
    [Loss(Name = "PoissonRateNllLoss")]
    public static double PoissonRate(
        [Range(0.0, 1e9)] double prediction, [Range(0.0, 1e9)] double target, bool full = false, [Range(1e-12, 1e-3)] double epsilon = 1e-8) =>
        prediction - XLogY(target, prediction + epsilon) + (full ? Stirling(target) : 0);

    /// <summary>log μ + y/μ with μ = eˣ, Gamma: for positive amounts whose spread grows with their size. scikit-learn's <c>HalfGammaLoss</c>, the boosters' <c>gamma</c>.</summary>
    /// <param name="mean">The mean μ; its logarithm, in the class.</param>
    /// <param name="target">The amount y, positive.</param>
    /// <returns>The loss.</returns>
    [Loss(Name = "GammaNllLoss")]
    public static double Gamma([Prediction(Link = Link.Exp), Range(1e-12, 1e12)] double mean, [Range(1e-12, 1e12)] double target) => Log(mean) + (target / mean);

    /// <summary>
    /// μ²⁻ᵖ/(2 − p) − y·μ¹⁻ᵖ/(1 − p) with μ = eˣ, Tweedie: for amounts that are often exactly 0, such as claims (B. Jørgensen 1987, Exponential dispersion models).
    /// At p = 1 it is Poisson, at p = 2 Gamma.
    /// </summary>
    /// <param name="mean">The mean μ; its logarithm, in the class.</param>
    /// <param name="target">The amount y, at least 0; of any sign for a power of at most 0.</param>
    /// <param name="power">The variance power p, in [1, 2]; XGBoost and LightGBM start from 1.5. The formula, though not all that is proven of it, also holds at p ≤ 0 and p &gt; 2, as in scikit-learn.</param>
    /// <returns>The loss.</returns>
    [Loss(Name = "TweedieNllLoss")]
    public static double Tweedie([Prediction(Link = Link.Exp), Range(1e-12, 1e12)] double mean, [Range(0.0, 1e9)] double target, [Range(1.0, 2.0)] double power = 1.5)
    {
        if (power == 1)
        {
            return mean - (target * Log(mean));
        }

        if (power == 2)
        {
            return Log(mean) + (target / mean);
        }

        return (Pow(mean, 2 - power) / (2 - power)) - (target != 0 ? target * Pow(mean, 1 - power) / (1 - power) : 0);
    }

    /// <summary>
    /// (y + 1/α)·log(μ + 1/α) − y·log μ with μ = eˣ, negative binomial: for counts whose variance μ + αμ² exceeds their mean (J. Hilbe 2011). Written as
    /// y·log(1 + 1/(αμ)) + log(1 + αμ)/α − log(α)/α, so that large counts do not cancel.
    /// </summary>
    /// <param name="mean">The mean μ; its logarithm, in the class.</param>
    /// <param name="target">The count y.</param>
    /// <param name="alpha">The dispersion α, positive; towards 0 it becomes Poisson.</param>
    /// <returns>The loss.</returns>
    [Loss(Name = "NegativeBinomialNllLoss")]
    public static double NegativeBinomial([Prediction(Link = Link.Exp), Range(1e-12, 1e12)] double mean, [Range(0.0, 1e9)] double target, [Range(1e-6, 1e6)] double alpha = 1)
    {
        var logOdds = Log(alpha * mean);
        return (target * Softplus(-logOdds)) + ((Softplus(logOdds) - Log(alpha)) / alpha);
    }

    /// <summary>Stirling's approximation of log y! for y &gt; 1, and 0 below, as PyTorch and Optax add it.</summary>
    [LossFunction]
    internal static double Stirling(double count) => count > 1 ? (count * Log(count)) - count + (0.5 * Log(2 * Math.PI * count)) : 0;
}
