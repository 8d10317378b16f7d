using static LossGen.LossMath;

namespace LossGen.Samples.Quickstart;

/// <summary>Losses declared as methods: the body is the formula. LossGen makes <c>SquaredErrorLoss</c>, <c>AbsoluteErrorLoss</c> and <c>HuberLoss</c> of them.</summary>
internal static class RegressionLosses
{
    /// <summary>Half the square: its minimum is the mean.</summary>
    [Loss]
    public static double SquaredError(double prediction, double target) => 0.5 * Square(prediction - target);

    /// <summary>The distance: its minimum is the median, whatever outliers do.</summary>
    [Loss(Hessian = HessianPolicy.Majorizer)]
    public static double AbsoluteError(double prediction, double target) => Abs(prediction - target);

    /// <summary>Quadratic near zero, linear in the tails.</summary>
    [Loss(Hessian = HessianPolicy.Majorizer)]
    public static double Huber(double prediction, double target, double delta = 1.345)
    {
        var error = Abs(prediction - target);
        return error <= delta ? 0.5 * error * error : delta * (error - (0.5 * delta));
    }
}

/// <summary>
/// A loss declared as an expression: the class is completed by LossGen. The formula is written on the probability; because of
/// the link the class takes raw scores, and no logarithm of 0 is ever computed.
/// </summary>
[Loss("([Prediction(Link = Link.Sigmoid)] p, y) => -(y * Log(p) + (1 - y) * Log(1 - p))")]
internal sealed partial class BinaryCrossEntropy;
