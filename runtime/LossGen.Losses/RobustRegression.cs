using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>Losses that outliers cannot dominate, as formulas: functions of the residual e = p − y whose gradient stays bounded or falls to 0.</summary>
public static class RobustRegression
{
    /// <summary>δ²·(√(1 + (e/δ)²) − 1): a smooth Huber loss (P. Charbonnier et al. 1997). XGBoost's <c>reg:pseudohubererror</c>; kornia's <c>charbonnier_loss</c> for δ = 1.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="delta">The residual δ around which the loss turns linear, positive.</param>
    /// <returns>The loss, at least 0; its gradient is at most δ.</returns>
    [Loss]
    public static double PseudoHuber(double prediction, double target, [Range(1e-6, 1e6)] double delta = 1)
    {
        var scaled = (prediction - target) / delta;
        return Square(delta) * (Sqrt(1 + Square(scaled)) - 1);
    }

    /// <summary>√(e² + ε²): the absolute error without its kink (P. Charbonnier et al. 1994). At the target it is ε, not 0; <see cref="PseudoHuber"/> is shifted.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="epsilon">The width ε of the rounding, positive.</param>
    /// <returns>The loss, at least ε; its gradient is at most 1.</returns>
    [Loss]
    public static double Charbonnier(double prediction, double target, [Range(1e-9, 1e6)] double epsilon = 1e-3) => Hypot(prediction - target, epsilon);

    /// <summary>c²/2·log(1 + (e/c)²), also called Lorentzian: grows like a logarithm. kornia's <c>cauchy_loss</c> is c = √2.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="scale">The residual c at which the gradient is largest, positive; 2.385 is 95 % efficient for Gaussian noise.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double Cauchy(double prediction, double target, [Range(1e-6, 1e6)] double scale = 1) =>
        0.5 * Square(scale) * LogP1(Square((prediction - target) / scale));

    /// <summary>2(e/c)²/((e/c)² + 4): bounded by 2 (S. Geman and D. McClure 1985). Scaled as in Barron's family, α = −2, and in kornia.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="scale">The scale c of residuals, positive.</param>
    /// <returns>The loss, in [0, 2).</returns>
    [Loss]
    public static double GemanMcClure(double prediction, double target, [Range(1e-6, 1e6)] double scale = 1)
    {
        // 2/(1 + 4/r²) is the same for large r, whose square overflows.
        var ratio = (prediction - target) / scale;
        return Abs(ratio) <= 2 ? 2 * Square(ratio) / (Square(ratio) + 4) : 2 / (1 + Square(2 / ratio));
    }

    /// <summary>1 − e^(−½(e/c)²), also called Leclerc: bounded by 1 (J. Dennis and R. Welsch 1978). Scaled as in Barron's family, α = −∞, and in kornia.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="scale">The scale c of residuals, positive.</param>
    /// <returns>The loss, in [0, 1].</returns>
    [Loss]
    public static double Welsch(double prediction, double target, [Range(1e-6, 1e6)] double scale = 1)
    {
        // From r = 50 on the exponential is 0 in every arithmetic, before r² overflows.
        var ratio = (prediction - target) / scale;
        return Abs(ratio) > 50 ? 1 : 1 - Exp(-0.5 * Square(ratio));
    }

    /// <summary>Tukey's biweight: c²/6·(1 − (1 − (e/c)²)³) up to c, and constant from there (A. Beaton and J. Tukey 1974). Outliers have no influence at all.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="cutoff">The residual c from which on the loss is constant, positive; 4.685 is 95 % efficient for Gaussian noise.</param>
    /// <returns>The loss, in [0, c²/6].</returns>
    [Loss]
    public static double Tukey(double prediction, double target, [Range(1e-6, 1e6)] double cutoff = 4.685)
    {
        var error = Abs(prediction - target);
        return error <= cutoff ? Square(cutoff) / 6 * (1 - Cube(1 - Square(error / cutoff))) : Square(cutoff) / 6;
    }

    /// <summary>c²·(|e|/c − log(1 + |e|/c)): the square near zero, ever nearer to slope c (R. Fair 1974). LightGBM's <c>fair</c>.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="scale">The residual c at which the gradient is half its limit, positive.</param>
    /// <returns>The loss, at least 0; its gradient is at most c.</returns>
    [Loss]
    public static double Fair(double prediction, double target, [Range(1e-6, 1e6)] double scale = 1)
    {
        var ratio = Abs(prediction - target) / scale;
        return Square(scale) * (ratio - LogP1(ratio));
    }

    /// <summary>
    /// The family that holds the others (J. Barron 2019, A general and adaptive robust loss function, equation 8):
    /// |α − 2|/α·(((e/c)²/|α − 2| + 1)^(α/2) − 1), with its limits.
    /// </summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="alpha">The shape α: 2 is half the square, 1 pseudo-Huber, 0 Cauchy, −2 Geman–McClure, −∞ Welsch; +∞ is e^(½(e/c)²) − 1.</param>
    /// <param name="scale">The scale c of residuals, positive.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double Barron(double prediction, double target, double alpha = 1, [Range(1e-6, 1e6)] double scale = 1)
    {
        var ratio = (prediction - target) / scale;
        var square = Square(ratio);
        if (alpha == 2)
        {
            return 0.5 * square;
        }

        if (alpha == 0)
        {
            return LogP1(0.5 * square);
        }

        if (alpha == double.NegativeInfinity)
        {
            return Abs(ratio) > 50 ? 1 : 1 - Exp(-0.5 * square);
        }

        if (alpha == double.PositiveInfinity)
        {
            return Exp(0.5 * square) - 1;
        }

        // Far out 1 is little beside the square, which may overflow: two terms of the power's series are enough. The second is the curvature of α = 1.
        var distance = Abs(alpha - 2);
        var root = Abs(ratio) / Sqrt(distance);
        return root > 1e9 ? distance / alpha * (Pow(root, alpha) + (0.5 * alpha * Pow(root, alpha - 2)) - 1) : distance / alpha * (Pow((square / distance) + 1, alpha / 2) - 1);
    }
}
