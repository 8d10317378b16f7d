using System;

namespace LossGen.Generator.Functions.Scalar;

/// <summary>
/// The functions of the language in double that .NET Standard 2.0 lacks, for constant folding and for the bounds of ranges.
/// Accurate to a few units in the last place over the whole range; special values are those of the run-time functions.
/// </summary>
internal static partial class ScalarMath
{
    private const double Ln2 = 0.69314718055994531;

    /// <summary>Below it, softplus x is eˣ and its logarithm x, to the last place of a double.</summary>
    public const double LeastSoftplusArgument = -40;

    /// <summary>eˣ − 1, accurate near 0.</summary>
    public static double ExpM1(double x)
    {
        if (!(Math.Abs(x) < 0.5))
        {
            return Math.Exp(x) - 1;
        }

        // eˣ − 1 = 2·sinh(x/2)·e^(x/2): neither factor cancels.
        return x == 0 ? x : 2 * SinhSeries(x / 2) * Math.Exp(x / 2);
    }

    /// <summary>log(1 + x), accurate near 0.</summary>
    public static double LogP1(double x)
    {
        if (!(x > -0.5 && x < 1))
        {
            return Math.Log(1 + x);
        }

        // log(1 + x) = 2·artanh(x/(2 + x)), whose argument lies in (−⅓, ⅓).
        return x == 0 ? x : 2 * AtanhSeries(x / (2 + x));
    }

    /// <summary>eˣ − 1 − x, accurate near 0.</summary>
    public static double ExpM1MinusX(double x)
    {
        if (double.IsInfinity(x))
        {
            return double.PositiveInfinity;
        }

        if (!(Math.Abs(x) < 1))
        {
            return Math.Exp(x) - 1 - x;
        }

        // x²/2·(1 + x/3·(1 + x/4·(…))), whose last terms are below 2⁻⁵³.
        double sum = 1;
        for (int factor = 19; factor > 2; factor--)
        {
            sum = 1 + (x / factor * sum);
        }

        return x * (x / 2 * sum);
    }

    /// <summary>log(1 + x) − x/(1 + x): +∞ at −1, NaN below.</summary>
    public static double LogP1Excess(double x) => x < -1 ? double.NaN : x < 1 ? XMinusLogP1(-x / (1 + x)) : LogP1(x) - (1 - (1 / (1 + x)));

    /// <summary>x − log(1 + x), accurate near 0.</summary>
    public static double XMinusLogP1(double x)
    {
        if (double.IsPositiveInfinity(x))
        {
            return x;
        }

        if (!(x > -0.5 && x < 1))
        {
            return x - LogP1(x);
        }

        // With s = x/(2 + x): log(1 + x) = 2·artanh(s), and x − 2·s is x·s.
        double s = x / (2 + x);
        double square = s * s;
        double sum = 0;
        for (int power = 37; power > 1; power -= 2)
        {
            sum = (1.0 / power) + (square * sum);
        }

        return (x * s) - (2 * s * square * sum);
    }

    /// <summary>log(1 + k·x²), also where x² overflows.</summary>
    public static double LogP1OfSquare(double factor, double x)
    {
        double square = factor * x * x;
        return double.IsPositiveInfinity(square) && !double.IsInfinity(x) && !double.IsInfinity(factor)
            ? Math.Log(factor) + (2 * Math.Log(Math.Abs(x)))
            : LogP1(square);
    }

    /// <summary>The logarithm to base 2, exact at powers of two.</summary>
    public static double Log2(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
        {
            return Math.Log(x);
        }

        (double mantissa, int exponent) = Decompose(x);
        return exponent + (LogP1(mantissa - 1) / Ln2);
    }

    /// <summary>log(1 + eˣ).</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + LogP1(Math.Exp(-Math.Abs(x)));

    /// <summary>log(softplus x), which is x far below 0.</summary>
    public static double LogSoftplus(double x) => x < LeastSoftplusArgument ? x : Math.Log(Softplus(x));

    /// <summary>The derivative σ(x)/softplus(x) of <see cref="LogSoftplus"/>.</summary>
    public static double LogSoftplusSlope(double x) => x < LeastSoftplusArgument ? 1 : 1 / ((1 + Math.Exp(-x)) * Softplus(x));

    /// <summary>The derivative s·(σ(−x) − s) of that slope s: below 0 as −s·(u − log(1 + u))/((1 + u)·log(1 + u)) with u = eˣ.</summary>
    public static double LogSoftplusCurvature(double x)
    {
        double power = Math.Exp(x);
        double slope = LogSoftplusSlope(x);
        return x < LeastSoftplusArgument ? -0.5 * power
            : x < 0 ? -slope * XMinusLogP1(power) / ((1 + power) * Softplus(x))
            : slope * ((1 / (1 + power)) - slope);
    }

    /// <summary>log(eˣ + eʸ).</summary>
    public static double LogAddExp(double x, double y)
    {
        // The difference of equal infinities would be NaN.
        double difference = x == y ? 0 : Math.Abs(x - y);
        return Math.Max(x, y) + LogP1(Math.Exp(-difference));
    }

    /// <summary>log(1 − eˣ): NaN above 0.</summary>
    /// <remarks>M. Mächler, Accurately Computing log(1 − exp(−|a|)), 2012.</remarks>
    public static double Log1MExp(double x) => x > -Ln2 ? Math.Log(-ExpM1(x)) : LogP1(-Math.Exp(x));

    /// <summary>log(cosh x).</summary>
    public static double LogCosh(double x)
    {
        double magnitude = Math.Abs(x);
        if (!(magnitude < 1))
        {
            return magnitude + LogP1(Math.Exp(-2 * magnitude)) - Ln2;
        }

        // cosh x = 1 + 2·sinh²(x/2).
        double sinh = SinhSeries(magnitude / 2);
        return LogP1(2 * sinh * sinh);
    }

    /// <summary>The significand in [1/√2, √2) and the exponent of a positive finite number.</summary>
    private static (double Mantissa, int Exponent) Decompose(double x)
    {
        const double TwoTo54 = 18014398509481984;
        const long MantissaMask = (1L << 52) - 1;
        bool isSubnormal = x < 2.2250738585072014e-308;
        long bits = BitConverter.DoubleToInt64Bits(isSubnormal ? x * TwoTo54 : x);
        int exponent = (int)(bits >> 52) - 1023 - (isSubnormal ? 54 : 0);
        double mantissa = BitConverter.Int64BitsToDouble((bits & MantissaMask) | (1023L << 52));
        return mantissa < Sqrt2 ? (mantissa, exponent) : (mantissa / 2, exponent + 1);
    }
}
