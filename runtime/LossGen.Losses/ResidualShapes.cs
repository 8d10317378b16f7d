using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>Losses for numbers that treat small, large or cyclic residuals e = p − y in their own way, as formulas.</summary>
public static class ResidualShapes
{
    /// <summary>max(0, |e| − ε): what is within ε counts as right (V. Vapnik 1995, support vector regression).</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="epsilon">The tolerance ε, at least 0; scikit-learn's default is 0.1.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double EpsilonInsensitive(double prediction, double target, [Range(0.0, 1e6)] double epsilon = 0.1) =>
        Relu(Abs(prediction - target) - epsilon);

    /// <summary>max(0, |e| − ε)²: the smooth form of support vector regression.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="epsilon">The tolerance ε, at least 0; scikit-learn's default is 0.1.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double SquaredEpsilonInsensitive(double prediction, double target, [Range(0.0, 1e6)] double epsilon = 0.1) =>
        Square(Relu(Abs(prediction - target) - epsilon));

    /// <summary>
    /// w·log(1 + |e|/ε) up to w, and |e| minus a constant from there: small residuals matter more, as facial landmarks need (Z.-H. Feng et al. 2018,
    /// Wing loss for robust facial landmark localisation).
    /// </summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="width">The residual w up to which the loss is logarithmic, positive.</param>
    /// <param name="curvature">How sharply it bends there, ε, positive.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double Wing(double prediction, double target, [Range(1e-3, 1e3)] double width = 10, [Range(1e-3, 1e3)] double curvature = 2)
    {
        var error = Abs(prediction - target);
        return error < width ? width * LogP1(error / curvature) : error - (width - (width * LogP1(width / curvature)));
    }

    /// <summary>
    /// −log(4e⁻ᵉ/(1 + e⁻ᵉ)²) = 2·log cosh(e/2): the negative log-likelihood of a logistic distribution, 0 at its mode. <c>LogitDistLoss</c> of LossFunctions.jl.
    /// </summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <returns>The loss, at least 0; its gradient is at most 1.</returns>
    [Loss]
    public static double LogitDistance(double prediction, double target) => 2 * LogCosh((prediction - target) / 2);

    /// <summary>1 − cos(2π·e/c): for angles and times of day, where residuals of whole periods are none. <c>PeriodicLoss</c> of LossFunctions.jl.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="period">The period c, positive.</param>
    /// <returns>The loss, in [0, 2].</returns>
    [Loss]
    public static double Periodic(double prediction, double target, [Range(1e-3, 1e6)] double period = 1)
    {
        // Whole periods come off exactly, before the cosine's argument is rounded.
        var remainder = (prediction - target) % period;
        var nearest = remainder - (period * Round(remainder / period));
        return 1 - Cos(2 * Math.PI * nearest / period);
    }

    /// <summary>
    /// |τ − [y &lt; p]|·(½e²/κ up to κ, |e| − ½κ beyond): the quantile loss, smooth at its kink (W. Dabney et al. 2018, Distributional reinforcement learning with quantile regression).
    /// </summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="tau">The quantile τ, in [0, 1].</param>
    /// <param name="kappa">The residual κ from which on the loss is linear, positive; towards 0 it becomes <see cref="Regression.Quantile"/>.</param>
    /// <returns>The loss, at least 0. Without the division by κ it is κ times this one.</returns>
    [Loss]
    public static double QuantileHuber(double prediction, double target, [Range(0.0, 1.0)] double tau = 0.5, [Range(1e-6, 1e6)] double kappa = 1) =>
        (target < prediction ? 1 - tau : tau) * Regression.SmoothL1(prediction, target, kappa);

    /// <summary>
    /// α/b·((b|e| + 1)·log(b|e| + 1) − b|e|) up to 1, γ|e| + γ/b − α beyond, with b = e^(γ/α) − 1: small residuals count more than with <see cref="Regression.SmoothL1"/>, large ones no more than there
    /// (J. Pang et al. 2019, Libra R-CNN).
    /// </summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="alpha">α, positive: the less, the more small residuals count.</param>
    /// <param name="gamma">The slope γ from 1 on, positive.</param>
    /// <returns>The loss, at least 0; its gradient is at most γ. mmdetection's <c>BalancedL1Loss</c> for <c>beta=1</c>.</returns>
    [Loss]
    public static double BalancedL1(double prediction, double target, [Range(0.25, 10.0)] double alpha = 0.5, [Range(0.1, 10.0)] double gamma = 1.5)
    {
        var error = Abs(prediction - target);
        var b = Exp(gamma / alpha) - 1;
        if (error >= 1)
        {
            return (gamma * error) + (gamma / b) - alpha;
        }

        // Near 0 the terms cancel: log(u + 1) is −log(1 + s) there with s = −u/(u + 1), and s − log(1 + s) keeps its digits.
        var u = b * error;
        var s = -u / (1 + u);
        return alpha / b * (u < 1 ? (1 + u) * (s - LogP1(s)) : ((1 + u) * LogP1(u)) - u);
    }
}
