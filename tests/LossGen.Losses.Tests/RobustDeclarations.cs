using static LossGen.LossMath;

namespace LossGen.Losses.Tests;

/// <summary>Losses that outliers cannot dominate, as their papers write them.</summary>
public static class RobustDeclarations
{
    /// <summary>Barron, "A General and Adaptive Robust Loss Function", CVPR 2019, equation 8.</summary>
    [Loss]
    public static double Barron(double prediction, double target, double alpha = 1, double c = 1)
    {
        var square = Square((prediction - target) / c);
        if (alpha == 2)
        {
            return 0.5 * square;
        }

        if (alpha == 0)
        {
            return Log(0.5 * square + 1);
        }

        if (alpha == double.NegativeInfinity)
        {
            return 1 - Exp(-0.5 * square);
        }

        var distance = Abs(alpha - 2);
        return distance / alpha * (Pow(square / distance + 1, alpha / 2) - 1);
    }

    [Loss]
    public static double TukeyBiweight(double prediction, double target, double c = 4.685)
    {
        var error = Abs(prediction - target);
        return error <= c ? Square(c) / 6 * (1 - Cube(1 - Square(error / c))) : Square(c) / 6;
    }
}
