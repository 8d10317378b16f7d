namespace LossGen.Simd.Tests.Harness;

/// <summary>Functions in double that the base class library lacks or evaluates naively: right to about 1e-11 relative, the oracles for float.</summary>
public static class PreciseMath
{
    /// <summary>e^x − 1.</summary>
    public static double ExpM1(double x) =>
        Math.Abs(x) < 1e-5 ? x * (1 + (x / 2) + (x * x / 6)) : Math.Exp(x) - 1;

    /// <summary>log(1 + x).</summary>
    public static double LogP1(double x) =>
        Math.Abs(x) < 1e-5 ? x * (1 - (x / 2) + (x * x / 3)) : Math.Log(1 + x);

    /// <summary>e^x − 1 − x.</summary>
    public static double ExpM1MinusX(double x) => double.IsInfinity(x) ? double.PositiveInfinity
        : Math.Abs(x) < 0.01 ? x * x * (0.5 + (x * ((1.0 / 6) + (x * ((1.0 / 24) + (x * ((1.0 / 120) + (x / 720))))))))
        : Math.Exp(x) - 1 - x;

    /// <summary>x − log(1 + x).</summary>
    public static double XMinusLogP1(double x) => double.IsPositiveInfinity(x) ? x
        : Math.Abs(x) < 0.01 ? x * x * (0.5 - (x * ((1.0 / 3) - (x * (0.25 - (x * (0.2 - (x * ((1.0 / 6) - (x / 7))))))))))
        : x - Math.Log(1 + x);

    /// <summary>log(1 + x) − x/(1 + x).</summary>
    public static double LogP1Excess(double x) => double.IsPositiveInfinity(x) ? x
        : x == -1 ? double.PositiveInfinity
        : Math.Abs(x) < 0.01 ? x * x * (0.5 - (x * ((2.0 / 3) - (x * (0.75 - (x * (0.8 - (x * ((5.0 / 6) - (x * 6 / 7))))))))))
        : Math.Log(1 + x) - (x / (1 + x));

    /// <summary>2/√π·e^(−x²)/erfc x: beyond 10 by its asymptotic series 2x + 1/x − 1/x³ + 5/(2x⁵) − 37/(4x⁷) + 353/(8x⁹).</summary>
    public static double ErfcHazard(double x)
    {
        if (x > 10)
        {
            double square = x * x;
            return (2 * x) + ((1 - ((1 - ((2.5 - ((9.25 - (44.125 / square)) / square)) / square)) / square)) / x);
        }

        return 1.1283791670955126 * Math.Exp(-(x * x)) / LossMath.Erfc(x);
    }

    /// <summary>The derivative of <see cref="ErfcHazard"/>, beyond 10 of its series.</summary>
    public static double ErfcHazardSlope(double x)
    {
        if (x > 10)
        {
            double inverse = 1 / (x * x);
            return 2 - (inverse * (1 - (inverse * (3 - (inverse * (12.5 - (inverse * (64.75 - (inverse * 397.125)))))))));
        }

        double hazard = ErfcHazard(x);
        return hazard == 0 ? 0 : hazard * (hazard - (2 * x));
    }

    /// <summary>1 / (1 + e^−x).</summary>
    public static double Sigmoid(double x) =>
        x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    /// <summary>log(1 + e^x).</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + LogP1(Math.Exp(-Math.Abs(x)));

    /// <summary>log(cosh x).</summary>
    public static double LogCosh(double x) =>
        Math.Abs(x) < 0.01
            ? (x * x / 2) - (x * x * x * x / 12) + (x * x * x * x * x * x / 45)
            : Math.Abs(x) + Math.Log(0.5 + (0.5 * Math.Exp(-2 * Math.Abs(x))));

    /// <summary>log(1 − e^x).</summary>
    public static double Log1MExp(double x) => x > -0.7 ? Math.Log(-ExpM1(x)) : LogP1(-Math.Exp(x));

    /// <summary>log(e^x + e^y).</summary>
    public static double LogAddExp(double x, double y) =>
        Math.Max(x, y) + LogP1(x == y ? 1 : Math.Exp(-Math.Abs(x - y)));
}
