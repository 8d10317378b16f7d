using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>
/// Losses of M-estimation, as formulas: half the square of the residual e = p − y near zero, with a gradient that falls back to 0 further out. They are those of statsmodels'
/// <c>robust.norms</c>; <see cref="RobustRegression.Tukey"/> is one of the kind.
/// </summary>
public static class RedescendingRegression
{
    /// <summary>
    /// Hampel's three parts: the gradient is e up to a, ±a up to b, falls to 0 at c, and is 0 from there (F. Hampel 1974, The influence curve and its role in robust estimation).
    /// </summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="linear">The residual a from which on the loss is linear, positive.</param>
    /// <param name="falling">The residual b from which on its slope falls, at least a.</param>
    /// <param name="cutoff">The residual c from which on it is constant, greater than b.</param>
    /// <returns>The loss, in [0, a(b + c − a)/2].</returns>
    [Loss]
    public static double Hampel(
        double prediction, double target, double linear = 2, double falling = 4, double cutoff = 8)
    {
        var error = Abs(prediction - target);
        if (error <= linear)
        {
            return 0.5 * Square(error);
        }

        if (error <= falling)
        {
            return linear * (error - (0.5 * linear));
        }

        var bound = 0.5 * linear * (falling + cutoff - linear);
        return error <= cutoff ? bound - (0.5 * linear * Square(cutoff - error) / (cutoff - falling)) : bound;
    }

    /// <summary>a²·(1 − cos(e/a)) up to πa, and 2a² from there: Andrews' wave (D. Andrews 1974, A robust method for multiple linear regression).</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="scale">a, positive; 1.339 is 95 % efficient for Gaussian noise.</param>
    /// <returns>The loss, in [0, 2a²].</returns>
    [Loss]
    public static double AndrewsWave(double prediction, double target, [Range(1e-6, 1e6)] double scale = 1.339)
    {
        var ratio = (prediction - target) / scale;
        return Abs(ratio) <= Math.PI ? Square(scale) * (1 - Cos(ratio)) : 2 * Square(scale);
    }

    /// <summary>(1 − e^(−a|e|)·(1 + a|e|))/a²: Ramsay's E, whose gradient e·e^(−a|e|) fades but never ends (J. Ramsay 1977, A comparative study of several robust estimates).</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="decay">a, positive: the gradient is largest at the residual 1/a.</param>
    /// <returns>The loss, in [0, 1/a²].</returns>
    [Loss]
    public static double Ramsay(double prediction, double target, [Range(1e-6, 1e6)] double decay = 0.3)
    {
        // e^u − u − 1 keeps its digits near 0, where the formula as above does not.
        var u = decay * Abs(prediction - target);
        return (u < 1 ? Exp(-u) * (Exp(u) - u - 1) : 1 - (Exp(-u) * (1 + u))) / Square(decay);
    }

    /// <summary>½e² up to c, and ½c² from there: what is further out than c is left out (P. Talwar 1977, J. Hinich and P. Talwar 1975). statsmodels' <c>TrimmedMean</c>.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="cutoff">The residual c from which on the loss is constant, positive.</param>
    /// <returns>The loss, in [0, ½c²].</returns>
    [Loss]
    public static double TruncatedSquare(double prediction, double target, [Range(1e-6, 1e6)] double cutoff = 2)
    {
        var error = Abs(prediction - target);
        return error <= cutoff ? 0.5 * Square(error) : 0.5 * Square(cutoff);
    }

    /// <summary>½e²·(1 − ⅔r⁴ + ⅕r⁸) with r = e/c, up to c, and constant from there: Tukey's biweight with a flatter top. statsmodels' <c>TukeyQuartic</c>.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="cutoff">The residual c from which on the loss is constant, positive; 3.61752 is 95 % efficient for Gaussian noise.</param>
    /// <returns>The loss, in [0, 4c²/15].</returns>
    [Loss]
    public static double TukeyQuartic(double prediction, double target, [Range(1e-6, 1e6)] double cutoff = 3.61752)
    {
        var error = Abs(prediction - target);
        var fourth = Square(Square(error / cutoff));
        return error <= cutoff ? 0.5 * Square(error) * (1 - (2 * fourth / 3) + (Square(fourth) / 5)) : 4 * Square(cutoff) / 15;
    }
}
