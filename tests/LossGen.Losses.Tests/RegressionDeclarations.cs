using static LossGen.LossMath;

namespace LossGen.Losses.Tests;

/// <summary>Regression losses as their textbooks write them, declared as methods.</summary>
public static class RegressionDeclarations
{
    [Loss]
    public static double SquaredError(double prediction, double target) => Square(prediction - target);

    [Loss]
    public static double HalfSquaredError(double prediction, double target) => 0.5 * Square(prediction - target);

    [Loss]
    public static double AbsoluteError(double prediction, double target) => Abs(prediction - target);

    [Loss]
    public static double Huber(double prediction, double target, double delta = 1)
    {
        var error = Abs(prediction - target);
        return error <= delta ? 0.5 * error * error : delta * (error - 0.5 * delta);
    }

    [Loss]
    public static double SmoothL1(double prediction, double target, double beta = 1)
    {
        var error = Abs(prediction - target);
        if (error < beta)
        {
            return 0.5 * error * error / beta;
        }

        return error - 0.5 * beta;
    }

    [Loss]
    public static double LogarithmOfCosh(double prediction, double target) => LogCosh(prediction - target);

    [Loss]
    public static double Quantile(double prediction, double target, double tau = 0.5) =>
        target >= prediction ? tau * (target - prediction) : (tau - 1) * (target - prediction);

    [Loss]
    public static double Expectile(double prediction, double target, double alpha = 0.5) =>
        (prediction >= target ? 1 - alpha : alpha) * Square(prediction - target);

    [Loss]
    public static double Charbonnier(double prediction, double target, double epsilon = 1) => Hypot(prediction - target, epsilon);

    [Loss]
    public static double PseudoHuber(double prediction, double target, double delta = 1)
    {
        var scaled = (prediction - target) / delta;
        return Square(delta) * (Sqrt(1 + Square(scaled)) - 1);
    }


    [Loss]
    public static double GemanMcClure(double prediction, double target)
    {
        var square = Square(prediction - target);
        return 2 * square / (square + 4);
    }

    [Loss]
    public static double Welsch(double prediction, double target) => -ExpM1(-0.5 * Square(prediction - target));



    [Loss]
    public static double Wing(double prediction, double target, double w = 10, double epsilon = 2)
    {
        var error = Abs(prediction - target);
        return error < w ? w * LogP1(error / epsilon) : error - (w - w * LogP1(w / epsilon));
    }

    [Loss]
    public static double EpsilonInsensitive(double prediction, double target, double epsilon = 0.5) => Relu(Abs(prediction - target) - epsilon);

    [Loss]
    public static double SquaredEpsilonInsensitive(double prediction, double target, double epsilon = 0.5) => Square(Relu(Abs(prediction - target) - epsilon));

    [Loss]
    public static double SquaredLogError(double prediction, double target) => Square(LogP1(prediction) - LogP1(target));

    [Loss]
    public static double MapeUnit(double prediction, double target) => Abs(prediction - target) / Max(Abs(target), 1e-7);

    [Loss]
    public static double LaplaceNll(double prediction, double target, double scale = 1) => Log(2 * scale) + Abs(prediction - target) / scale;

    [Loss]
    public static double StudentTNll(double prediction, double target, double nu = 4, double scale = 1) =>
        LogGamma(nu / 2) - LogGamma((nu + 1) / 2) + 0.5 * Log(nu * Math.PI) + Log(scale) + (nu + 1) / 2 * LogP1(Square((prediction - target) / scale) / nu);

    [Loss]
    public static double ContrastiveDistance(double distance, double target, double margin = 1) =>
        target * Square(distance) + (1 - target) * Square(Relu(margin - distance));
}
