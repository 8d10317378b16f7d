using static System.Math;

namespace LossGen.Generator.Tests.Oracles;

/// <summary>
/// The value and two derivatives of every function of one argument, from textbook formulas in double. Nothing here comes from the
/// compiler's own rules but the convention at kinks (the subgradient of minimum norm).
/// </summary>
internal static class UnaryOracle
{
    private const double TwoOverSqrtPi = 1.1283791670955126;

    private static readonly Dictionary<string, Func<double, (double Value, double First, double Second)>> Formulas = new(StringComparer.Ordinal)
    {
        ["Abs"] = static x => (Abs(x), SignOf(x), 0),
        ["Acos"] = static x => (Acos(x), -1 / Cofunction(x), -x / Pow(Cofunction(x), 3)),
        ["Acosh"] = static x => (Acosh(x), 1 / AcoshRoot(x), -x / AcoshRoot(x) / AcoshRoot(x) / AcoshRoot(x)),
        ["Asin"] = static x => (Asin(x), 1 / Cofunction(x), x / Pow(Cofunction(x), 3)),
        ["Asinh"] = static x => (Asinh(x), 1 / double.Hypot(1, x), -(x / double.Hypot(1, x)) / double.Hypot(1, x) / double.Hypot(1, x)),
        ["Atan"] = static x => (Atan(x), 1 / (1 + (x * x)), -2 * (x / (1 + (x * x))) / (1 + (x * x))),
        ["Atanh"] = static x => (Atanh(x), 1 / ((1 - x) * (1 + x)), 2 * x / Pow((1 - x) * (1 + x), 2)),
        ["Cbrt"] = static x => (Cbrt(x), 1 / (3 * Pow(Cbrt(x), 2)), -2 / (9 * Pow(Cbrt(x), 5))),
        ["Ceiling"] = static x => (Ceiling(x), 0, 0),
        ["Cos"] = static x => (Cos(x), -Sin(x), -Cos(x)),
        ["Cosh"] = static x => (Cosh(x), Sinh(x), Cosh(x)),
        ["Cube"] = static x => (x * x * x, 3 * x * x, 6 * x),
        ["Digamma"] = static x => (LossMath.Digamma(x), Polygamma(1, x), Polygamma(2, x)),
        ["Erf"] = static x => (LossMath.Erf(x), TwoOverSqrtPi * Exp(-x * x), -2 * x * TwoOverSqrtPi * Exp(-x * x)),
        ["Erfc"] = static x => (LossMath.Erfc(x), -TwoOverSqrtPi * Exp(-x * x), 2 * x * TwoOverSqrtPi * Exp(-x * x)),
        ["ErfcHazard"] = static x => (Hazard(x), HazardSlope(x), double.NaN),
        ["ErfcHazardSlope"] = static x => (HazardSlope(x), double.NaN, double.NaN),
        ["Exp"] = static x => (Exp(x), Exp(x), Exp(x)),
        ["Exp2"] = static x => (Pow(2, x), Log(2) * Pow(2, x), Log(2) * Log(2) * Pow(2, x)),
        ["ExpM1"] = static x => (LossMath.ExpM1(x), Exp(x), Exp(x)),
        ["ExpM1MinusX"] = static x => (LossMath.ExpM1(x) - x, LossMath.ExpM1(x), Exp(x)),
        ["Floor"] = static x => (Floor(x), 0, 0),
        ["Gaussian"] = static x => (Exp(-x * x), -2 * x * Exp(-x * x), ((4 * x * x) - 2) * Exp(-x * x)),
        ["HalfGaussian"] = static x => (Exp(-0.5 * x * x), -x * Exp(-0.5 * x * x), ((x * x) - 1) * Exp(-0.5 * x * x)),
        ["Log"] = static x => (Log(x), 1 / x, -1 / x / x),
        ["Log10"] = static x => (Log10(x), 1 / x / Log(10), -1 / x / x / Log(10)),
        ["Log1MExp"] = static x => (LossMath.Log1MExp(x), -1 / LossMath.ExpM1(-x), -1 / Pow(2 * Sinh(x / 2), 2)),
        ["Log2"] = static x => (Log2(x), 1 / x / Log(2), -1 / x / x / Log(2)),
        ["LogCosh"] = static x => (LossMath.LogCosh(x), Tanh(x), 1 / Pow(Cosh(x), 2)),
        ["LogErfc"] = static x => (LossMath.LogErfc(x), -Hazard(x), -HazardSlope(x)),
        ["LogGamma"] = static x => (LossMath.LogGamma(x), LossMath.Digamma(x), Polygamma(1, x)),
        ["LogHalfErfc"] = static x => (x < 0 ? LossMath.LogP1(-0.5 * LossMath.Erfc(-x)) : LossMath.LogErfc(x) - Log(2), -Hazard(x), -HazardSlope(x)),
        ["LogP1"] = static x => (LossMath.LogP1(x), 1 / (1 + x), -1 / (1 + x) / (1 + x)),
        ["LogP1Excess"] = static x => (x == -1 ? double.PositiveInfinity : LossMath.LogP1(x) - (x / (1 + x)), x / (1 + x) / (1 + x), (1 - x) / (1 + x) / (1 + x) / (1 + x)),
        ["LogSoftplus"] = static x => (Log(LossMath.Softplus(x)), LogSoftplusSlope(x), LogSoftplusCurvature(x)),
        ["LogSoftplusCurvature"] = static x => (LogSoftplusCurvature(x), double.NaN, double.NaN),
        ["LogSoftplusSlope"] = static x => (LogSoftplusSlope(x), LogSoftplusCurvature(x), double.NaN),
        ["Negate"] = static x => (-x, -1, 0),
        ["NormRoot"] = static x => x == 0 ? (0, 0, 0) : (Sqrt(x), 1 / (2 * Sqrt(x)), -1 / (4 * x * Sqrt(x))),
        ["OneMinusSquare"] = static x => ((1 - x) * (1 + x), -2 * x, -2),
        ["Relu"] = static x => (Max(x, 0), x > 0 ? 1 : 0, 0),
        ["Round"] = static x => (Round(x, MidpointRounding.ToEven), 0, 0),
        ["SechSquared"] = static x => (1 / Pow(Cosh(x), 2), -2 * Tanh(x) / Pow(Cosh(x), 2), ((4 * Pow(Tanh(x), 2)) - (2 / Pow(Cosh(x), 2))) / Pow(Cosh(x), 2)),
        ["Sigmoid"] = static x => (LossMath.Sigmoid(x), 1 / Pow(2 * Cosh(x / 2), 2), -Tanh(x / 2) / Pow(2 * Cosh(x / 2), 2)),
        ["Sign"] = static x => (SignOf(x), 0, 0),
        ["Sin"] = static x => (Sin(x), Cos(x), -Sin(x)),
        ["Sinh"] = static x => (Sinh(x), Cosh(x), Sinh(x)),
        ["Softplus"] = static x => (LossMath.Softplus(x), LossMath.Sigmoid(x), 1 / Pow(2 * Cosh(x / 2), 2)),
        ["Sqrt"] = static x => (Sqrt(x), 1 / (2 * Sqrt(x)), -1 / (4 * x * Sqrt(x))),
        ["Square"] = static x => (x * x, 2 * x, 2),
        ["StopGradient"] = static x => (x, 0, 0),
        ["Tan"] = static x => (Tan(x), 1 / Pow(Cos(x), 2), 2 * Tan(x) / Pow(Cos(x), 2)),
        ["Tanh"] = static x => (Tanh(x), 1 / Pow(Cosh(x), 2), -2 * Tanh(x) / Pow(Cosh(x), 2)),
        ["Tetragamma"] = static x => (Polygamma(2, x), Polygamma(3, x), Polygamma(4, x)),
        ["Trigamma"] = static x => (Polygamma(1, x), Polygamma(2, x), Polygamma(3, x)),
        ["Truncate"] = static x => (Truncate(x), 0, 0),
        ["XMinusLogP1"] = static x => (x - LossMath.LogP1(x), x / (1 + x), 1 / (1 + x) / (1 + x)),
    };

    /// <summary>The names that have a formula.</summary>
    public static IReadOnlyCollection<string> Names => Formulas.Keys;

    public static Dual Apply(string function, Dual argument)
    {
        (double value, double first, double second) = Formulas[function](argument.Value);
        return Dual.Chain(argument, value, first, second);
    }

    /// <summary>The coefficients of x^(1 − 2k), as h′ = h·(h − 2x) determines them; what is left out is 1e-15 of the sum at x = 10 (mpmath).</summary>
    private static readonly double[] HazardSeries =
    [
        2, 1, -1, 5 / 2.0, -37 / 4.0, 353 / 8.0, -4081 / 16.0, 55205 / 32.0, -854197 / 64.0, 14876033 / 128.0, -288018721 / 256.0, 6138913925 / 512.0,
    ];

    private static double SignOf(double x) => x > 0 ? 1 : x < 0 ? -1 : x;

    private static double Cofunction(double x) => Sqrt((1 - x) * (1 + x));

    private static double AcoshRoot(double x) => Sqrt(x - 1) * Sqrt(x + 1);

    /// <summary>2/√π·e^(−x²)/erfc(x), beyond 10 by its series 2x + 1/x − 1/x³ + 5/(2x⁵) − 37/(4x⁷) + …</summary>
    private static double Hazard(double x) => x > 10
        ? HazardSeries.Select((coefficient, term) => coefficient * Pow(x, 1 - (2 * term))).Sum()
        : TwoOverSqrtPi * Exp(-x * x) / LossMath.Erfc(x);

    /// <summary>h′ = h·(h − 2x), beyond 10 the derivative of the series.</summary>
    private static double HazardSlope(double x) => x > 10
        ? HazardSeries.Select((coefficient, term) => (1 - (2 * term)) * coefficient * Pow(x, -2 * term)).Sum()
        : Hazard(x) * (Hazard(x) - (2 * x));

    /// <summary>softplus′/softplus, 1 where both underflow.</summary>
    private static double LogSoftplusSlope(double x) => x < -700 ? 1 : LossMath.Sigmoid(x) / LossMath.Softplus(x);

    /// <summary>softplus″/softplus − (softplus′/softplus)², below −5 by the coefficients of log(log(1 + u)/u) = −u/2 + 5u²/24 − u³/8 + 251u⁴/2880 − 19u⁵/288 + ….</summary>
    private static double LogSoftplusCurvature(double x) => x > -5
        ? (1 / Pow(2 * Cosh(x / 2), 2) / LossMath.Softplus(x)) - Pow(LogSoftplusSlope(x), 2)
        : (-0.5 * Exp(x)) + (4 * 5 / 24.0 * Exp(2 * x)) - (9 / 8.0 * Exp(3 * x)) + (16 * 251 / 2880.0 * Exp(4 * x)) - (25 * 19 / 288.0 * Exp(5 * x));

    /// <summary>(−1)ⁿ⁺¹·n!·Σ 1/(x + k)ⁿ⁺¹ over k ≥ 0, the tail by Euler and Maclaurin (DLMF 5.15.1, 2.10.1); far below 0 by reflection (5.15.6), not a number beyond the second.</summary>
    private static double Polygamma(int order, double x)
    {
        if (x < -1000)
        {
            return order switch
            {
                1 => Pow(PI / double.SinPi(x), 2) - Polygamma(1, 1 - x),
                2 => Polygamma(2, 1 - x) - (2 * Pow(PI / double.SinPi(x), 3) * double.CosPi(x)),
                _ => double.NaN,
            };
        }

        double power = order + 1;
        double sum = 0;
        for (; x < 40; x++)
        {
            sum += Pow(x, -power);
        }

        sum += Pow(x, -order) / order;
        sum += Pow(x, -power) / 2;
        sum += power / 12 * Pow(x, -power - 1);
        sum -= power * (power + 1) * (power + 2) / 720 * Pow(x, -power - 3);
        sum += power * (power + 1) * (power + 2) * (power + 3) * (power + 4) / 30240 * Pow(x, -power - 5);
        double factorial = order switch { 1 => 1, 2 => 2, 3 => 6, _ => 24 };
        return order % 2 == 1 ? factorial * sum : -factorial * sum;
    }
}
