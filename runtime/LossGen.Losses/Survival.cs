using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>
/// Accelerated failure time, as formulas: −log likelihood of a time t of which log t = x + σ·z, z of a given distribution (L. Wei 1992), with XGBoost's conventions of
/// <c>survival:aft</c>. A time is given by two bounds: equal ones are an observed time, an upper bound of +∞ is right-censored, a lower bound of 0 left-censored, others are an
/// interval. XGBoost cuts the likelihood off at 10⁻¹² and gradients at ±15; these are exact.
/// </summary>
public static class Survival
{
    /// <summary>z of the normal distribution: log t is normal.</summary>
    /// <param name="logTime">The prediction x, a logarithm of time.</param>
    /// <param name="lower">The lower bound of the time, at least 0.</param>
    /// <param name="upper">The upper bound of the time, at least the lower one; may be +∞.</param>
    /// <param name="scale">The scale σ, positive.</param>
    /// <returns>The loss.</returns>
    [Loss(Name = "NormalAftLoss")]
    public static double NormalAft(
        [Prediction(ScoreOf = Link.Exp), Range(-100.0, 100.0)] double logTime, [Range(0.0, 1e30)] double lower, [Range(1e-30, double.PositiveInfinity)] double upper, [Range(0.3, 10.0)] double scale = 1)
    {
        var low = Standardized(lower, logTime, scale);
        var high = Standardized(upper, logTime, scale);
        if (lower == upper)
        {
            return (0.5 * Square(high)) + (0.5 * Log(2 * Math.PI)) + Log(scale * upper);
        }

        if (!IsFinite(upper))
        {
            return -Log(0.5 * Erfc(low / Math.Sqrt(2)));
        }

        // Of bounds near each other the mass is the density at their midpoint m times their distance d, and what its curvature adds: the Hermite polynomials of m times d²/24, d⁴/1920 and d⁶/322560.
        var distance = Width(lower, upper) / scale;
        var midpoint = low + (0.5 * distance);
        if (lower > 0 && distance * Max(1, Abs(midpoint)) < 0.1)
        {
            var m2 = Square(midpoint);
            var d2 = Square(distance);
            var curved = ((m2 - 1) / 24) + (d2 * (((m2 * (m2 - 6)) + 3) / 1920)) + (Square(d2) * (((m2 * ((m2 * (m2 - 15)) + 45)) - 15) / 322560));
            return (0.5 * m2) + (0.5 * Log(2 * Math.PI)) - Log(distance) - LogP1(d2 * curved);
        }

        return -Log(lower <= 0 ? 0.5 * Erfc(-high / Math.Sqrt(2)) : 0.5 * (Erfc(low / Math.Sqrt(2)) - Erfc(high / Math.Sqrt(2))));
    }

    /// <summary>z of the logistic distribution: log-logistic times, with heavier tails than log-normal ones.</summary>
    /// <param name="logTime">The prediction x, a logarithm of time.</param>
    /// <param name="lower">The lower bound of the time, at least 0.</param>
    /// <param name="upper">The upper bound of the time, at least the lower one; may be +∞.</param>
    /// <param name="scale">The scale σ, positive.</param>
    /// <returns>The loss.</returns>
    [Loss(Name = "LogisticAftLoss")]
    public static double LogisticAft(
        [Prediction(ScoreOf = Link.Exp), Range(-100.0, 100.0)] double logTime, [Range(0.0, 1e30)] double lower, [Range(1e-30, double.PositiveInfinity)] double upper, [Range(0.3, 10.0)] double scale = 1)
    {
        var high = Standardized(upper, logTime, scale);
        if (lower == upper)
        {
            return Softplus(high) + Softplus(-high) + Log(scale * upper);
        }

        // σ(b) − σ(a) = σ(b)·σ(−a)·(1 − eᵃ⁻ᵇ), of which a missing bound leaves one factor.
        var left = lower > 0 ? Softplus(Standardized(lower, logTime, scale)) : 0;
        var right = IsFinite(upper) ? Softplus(-high) : 0;
        return left + right - (lower > 0 && IsFinite(upper) ? Log1MExp(-Width(lower, upper) / scale) : 0);
    }

    /// <summary>z of the extreme value distribution of minima: Weibull times.</summary>
    /// <param name="logTime">The prediction x, a logarithm of time.</param>
    /// <param name="lower">The lower bound of the time, at least 0.</param>
    /// <param name="upper">The upper bound of the time, at least the lower one; may be +∞.</param>
    /// <param name="scale">The scale σ, positive.</param>
    /// <returns>The loss.</returns>
    [Loss(Name = "ExtremeAftLoss")]
    public static double ExtremeAft(
        [Prediction(ScoreOf = Link.Exp), Range(-10.0, 10.0)] double logTime, [Range(0.0, 1e4)] double lower, [Range(1e-4, double.PositiveInfinity)] double upper, [Range(0.3, 10.0)] double scale = 1)
    {
        var high = Standardized(upper, logTime, scale);
        if (lower == upper)
        {
            return Exp(high) - high + Log(scale * upper);
        }

        // The survival function is e^(−eᶻ): the difference of two is that of the lower bound, times 1 − e^(−(eᵇ − eᵃ)).
        if (lower <= 0)
        {
            return IsFinite(upper) ? -Log1MExp(-Exp(high)) : 0;
        }

        var low = Exp(Standardized(lower, logTime, scale));
        return low - (IsFinite(upper) ? Log1MExp(Exp(high) * ExpM1(-Width(lower, upper) / scale)) : 0);
    }

    /// <summary>log b − log a of bounds in either order, which does not vanish where they are near each other.</summary>
    [LossFunction]
    internal static double Width(double lower, double upper) => LogP1(Abs(upper - lower) / lower);

    /// <summary>(log t − x)/σ.</summary>
    [LossFunction]
    internal static double Standardized(double time, double logTime, double scale) => (Log(time) - logTime) / scale;
}
