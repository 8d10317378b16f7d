using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>
/// Half deviances of generalised linear models, as formulas on the mean itself: 0 at the target, and half of scikit-learn's <c>mean_*_deviance</c>. As likelihoods, but with
/// the terms of the target.
/// </summary>
public static class Deviances
{
    /// <summary>y·log(y/μ) − y + μ, Poisson; also the generalised Kullback–Leibler divergence.</summary>
    /// <param name="mean">The mean μ, positive.</param>
    /// <param name="target">The count y, at least 0.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double HalfPoissonDeviance([Range(1e-12, 1e12)] double mean, [Range(0.0, 1e12)] double target) =>
        target == 0 ? mean : XLogY(target, target / mean) - target + mean;

    /// <summary>log(μ/y) + y/μ − 1, Gamma.</summary>
    /// <param name="mean">The mean μ, positive.</param>
    /// <param name="target">The amount y, positive.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double HalfGammaDeviance([Range(1e-12, 1e12)] double mean, [Range(1e-12, 1e12)] double target) =>
        Log(mean / target) + (target / mean) - 1;

    /// <summary>y²⁻ᵖ/((1 − p)(2 − p)) − y·μ¹⁻ᵖ/(1 − p) + μ²⁻ᵖ/(2 − p), Tweedie. scikit-learn's <c>HalfTweedieLossIdentity</c>.</summary>
    /// <param name="mean">The mean μ, positive.</param>
    /// <param name="target">The amount y, at least 0; positive for a power of 2 or more, any number for powers of at most 0.</param>
    /// <param name="power">The variance power p: 0 is half the square, 1 Poisson, 2 Gamma, 3 inverse Gaussian.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double HalfTweedieDeviance([Range(1e-12, 1e12)] double mean, [Range(0.0, 1e12)] double target, double power = 1.5)
    {
        if (power == 0)
        {
            return 0.5 * Square(target - mean);
        }

        if (power == 1)
        {
            return HalfPoissonDeviance(mean, target);
        }

        if (power == 2)
        {
            return HalfGammaDeviance(mean, target);
        }

        var varying = (Pow(mean, 2 - power) / (2 - power)) - (target == 0 ? 0 : target * Pow(mean, 1 - power) / (1 - power));
        if (target == 0 || target / mean <= 0)
        {
            return varying;
        }

        // The value, with y²⁻ᵖ divided among the other two terms so that powers near 1 and 2 keep their digits, and then the slope of the formula as it stands.
        // Next to the minimum the first-order terms are left out that cancel there: expm1(x) − x is ½x². Next to a mean of 0 the last term of the formula is nothing beside the others.
        var mu = StopGradient(mean);
        var excess = (target - mu) / mu;
        var isNear = Abs(excess) < 0.5;
        var logRatio = isNear ? LogP1(excess) : Log(target / mu);
        var first = (1 - power) * logRatio;
        var second = (2 - power) * logRatio;
        var value = isNear
            ? Pow(mu, 2 - power) * ((excess * logRatio) + ((1 + excess) * (ExpM1(first) - first) / (1 - power)) - ((ExpM1(second) - second) / (2 - power)))
            : IsFinite(target / mu) ? (target * Pow(mu, 1 - power) * ExpM1(first) / (1 - power)) - (Pow(mu, 2 - power) * ExpM1(second) / (2 - power))
            : (Pow(target, 2 - power) / ((1 - power) * (2 - power))) - (target * Pow(mu, 1 - power) / (1 - power));
        return value + (varying - StopGradient(varying));
    }

    /// <summary>(y − μ)²/(2·y·μ²), inverse Gaussian: for positive amounts with long tails, such as first passage times.</summary>
    /// <param name="mean">The mean μ, positive.</param>
    /// <param name="target">The amount y, positive.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double HalfInverseGaussianDeviance([Range(1e-2, 1e2)] double mean, [Range(1e-2, 1e2)] double target) =>
        Square((target - mean) / mean) / (2 * target);

    /// <summary>y·log(y/p) + (1 − y)·log((1 − y)/(1 − p)), binomial: cross-entropy of a share y, less its entropy.</summary>
    /// <param name="probability">The probability p, between 0 and 1.</param>
    /// <param name="target">The share y, in [0, 1].</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double HalfBinomialDeviance([Range(1e-7, 0.9999999)] double probability, [Range(0.0, 1.0)] double target) =>
        ClassTerm(probability, target) + ClassTerm(1 - probability, 1 - target);

    /// <summary>
    /// y·log(y/μ) − (y + 1/α)·log((y + 1/α)/(μ + 1/α)), negative binomial: for counts whose variance μ + αμ² exceeds their mean. Half of the deviance of statsmodels and R.
    /// </summary>
    /// <param name="mean">The mean μ, positive.</param>
    /// <param name="target">The count y, at least 0.</param>
    /// <param name="alpha">The dispersion α, positive; towards 0 it becomes Poisson.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double HalfNegativeBinomialDeviance([Range(1e-6, 1e6)] double mean, [Range(0.0, 1e6)] double target, [Range(1e-3, 1e3)] double alpha = 1)
    {
        // y·log(y/μ) − (y + s)·log((y + s)/(μ + s)) with s = 1/α is −y·log(1 + u) − s·log(1 + v), where u = s·(μ − y)/(y·(μ + s)) and v = (y − μ)/(μ + s), so that y·u + s·v = 0:
        // next to the minimum that sum is added, and neither term is negative; further out the logarithms are those of ratios above 1. The slope is that of the likelihood.
        var size = 1 / alpha;
        var excess = (mean - target) / target;
        if (target > 0 && Abs(excess) < 0.5)
        {
            var u = excess * (size / (mean + size));
            var v = (target - mean) / (mean + size);
            return (target * (u - LogP1(u))) + (size * (v - LogP1(v)));
        }

        var varying = (target == 0 ? 0 : target * LogP1(size / mean)) + (size * LogP1(mean / size));
        var mu = StopGradient(mean);
        var value = mu < target
            ? (target * LogP1(size * (target - mu) / (mu * (target + size)))) - (size * LogP1((target - mu) / (mu + size)))
            : (size * LogP1((mu - target) / (target + size))) - (target * LogP1(size * (mu - target) / (target * (mu + size))));
        return target == 0 ? varying : value + (varying - StopGradient(varying));
    }

    /// <summary>y·log(y/p) − y + p, which is never negative, so that those of two classes do not cancel; with e = (p − y)/y it is y·(e − log(1 + e)).</summary>
    [LossFunction]
    internal static double ClassTerm(double probability, double target)
    {
        var excess = (probability - target) / target;
        return target == 0 ? probability
            : Abs(excess) < 0.5 ? target * (excess - LogP1(excess))
            : probability - target - (target * Log(probability / target));
    }
}
