using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>Losses for numbers, as formulas. The classes that are generated of them evaluate batches.</summary>
public static class Regression
{
    /// <summary>(p − y)²: its minimum is the mean. The squared error of Keras, PyTorch and Optax; <see cref="HalfSquaredError"/> is the boosters'.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double SquaredError(double prediction, double target) => Square(prediction - target);

    /// <summary>½(p − y)²: the squared error with gradient p − y and Hessian 1, as in scikit-learn, XGBoost, LightGBM and Optax's <c>l2_loss</c>.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double HalfSquaredError(double prediction, double target) => 0.5 * Square(prediction - target);

    /// <summary>|p − y|: its minimum is the median. The exact Hessian is 0; for Newton's method or boosting, declare it again with <see cref="HessianPolicy.Majorizer"/>.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <returns>The loss, at least 0; its derivative at p = y is 0.</returns>
    [Loss]
    public static double AbsoluteError(double prediction, double target) => Abs(prediction - target);

    /// <summary>|p − y|ⁿ: between the absolute error (n = 1) and the squared one (n = 2), or steeper.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="exponent">The power n, at least 1.</param>
    /// <returns>The loss, at least 0. At p = y its Hessian is 0 below n = 2, where it has none.</returns>
    [Loss]
    public static double Lp(double prediction, double target, [Range(1.0, 8.0)] double exponent = 1.5)
    {
        var error = Abs(prediction - target);
        return error == 0 && exponent < 2 ? 0 : Pow(error, exponent);
    }

    /// <summary>Half the square near zero, linear in the tails (P. J. Huber 1964, Robust estimation of a location parameter).</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="delta">The residual δ from which on the loss is linear, positive.</param>
    /// <returns>The loss, at least 0; its gradient is at most δ.</returns>
    [Loss]
    public static double Huber(double prediction, double target, [Range(1e-6, 1e6)] double delta = 1)
    {
        var error = Abs(prediction - target);
        return error <= delta ? 0.5 * error * error : delta * (error - (0.5 * delta));
    }

    /// <summary>Huber's loss divided by β, so that the tails have slope 1 (R. Girshick 2015, Fast R-CNN). PyTorch's <c>SmoothL1Loss</c>.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="beta">The residual β from which on the loss is linear; 0 makes it the absolute error.</param>
    /// <returns>The loss, at least 0; its gradient is at most 1.</returns>
    [Loss]
    public static double SmoothL1(double prediction, double target, [Range(0.0, 1e6)] double beta = 1)
    {
        var error = Abs(prediction - target);
        return error < beta ? 0.5 * error * error / beta : error - (0.5 * beta);
    }

    /// <summary>log cosh(p − y): like half the square near zero, like |p − y| − log 2 in the tails, and smooth throughout.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <returns>The loss, at least 0; its gradient is at most 1.</returns>
    [Loss]
    public static double LogCosh(double prediction, double target) => LossMath.LogCosh(prediction - target);

    /// <summary>The quantile, or pinball, loss: its minimum is the τ-quantile (R. Koenker and G. Bassett 1978, Regression quantiles).</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="tau">The quantile τ, in [0, 1].</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double Quantile(double prediction, double target, [Range(0.0, 1.0)] double tau = 0.5) =>
        target >= prediction ? tau * (target - prediction) : (1 - tau) * (prediction - target);

    /// <summary>The quantile loss of positive amounts, whose logarithm is predicted: that of eˣ and y. CatBoost's <c>LogLinQuantile</c>.</summary>
    /// <param name="prediction">The prediction p; its logarithm x, in the class.</param>
    /// <param name="target">The target y.</param>
    /// <param name="tau">The quantile τ, in [0, 1].</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double LogLinearQuantile([Prediction(Link = Link.Exp), Range(1e-12, 1e12)] double prediction, [Range(0.0, 1e12)] double target, [Range(0.0, 1.0)] double tau = 0.5) =>
        Quantile(prediction, target, tau);

    /// <summary>
    /// The square, weighted τ where the target is higher and 1 − τ where it is lower: its minimum is the τ-expectile (W. Newey and J. Powell 1987,
    /// Asymmetric least squares estimation and testing). Also called quad-quad. XGBoost's has a factor ½.
    /// </summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="tau">The expectile τ, in [0, 1]; ½ gives the mean.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double Expectile(double prediction, double target, [Range(0.0, 1.0)] double tau = 0.5) =>
        (prediction >= target ? 1 - tau : tau) * Square(prediction - target);

    /// <summary>e^(a·(p − y)) − a·(p − y) − 1, LINEX: exponential where the prediction is too high, linear where it is too low (H. Varian 1975; A. Zellner 1986).</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="slope">The asymmetry a; negative turns it round. For small a it is a²/2 times the square.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double Linex([Range(-80.0, 80.0)] double prediction, [Range(-80.0, 80.0)] double target, [Range(-0.5, 0.5)] double slope = 0.5)
    {
        var error = slope * (prediction - target);
        return Exp(error) - error - 1;
    }
}
