using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>Losses for numbers, as formulas. The classes that are generated of them evaluate batches.</summary>
public static class Regression
{
    /// <summary>(p − y)²: its minimum is the mean.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double SquaredError(double prediction, double target) => Square(prediction - target);

    /// <summary>|p − y|: its minimum is the median. Its Hessian is the majorizer 1 ÷ |p − y|, since the exact one is 0.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss(Hessian = HessianPolicy.Majorizer)]
    public static double AbsoluteError(double prediction, double target) => Abs(prediction - target);

    /// <summary>Half the square near zero, linear in the tails (P. J. Huber 1964, Robust estimation of a location parameter).</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="delta">The residual from which on the loss is linear, positive.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double Huber(double prediction, double target, double delta = 1)
    {
        var error = Abs(prediction - target);
        return error <= delta ? 0.5 * error * error : delta * (error - (0.5 * delta));
    }

    /// <summary>The quantile, or pinball, loss: its minimum is the τ-quantile (R. Koenker and G. Bassett 1978, Regression quantiles).</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="tau">The quantile τ, in [0, 1].</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double Quantile(double prediction, double target, [Range(0.0, 1.0)] double tau = 0.5) =>
        target >= prediction ? tau * (target - prediction) : (1 - tau) * (prediction - target);
}
