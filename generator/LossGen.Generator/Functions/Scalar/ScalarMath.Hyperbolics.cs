using System;

namespace LossGen.Generator.Functions.Scalar;

internal static partial class ScalarMath
{
    private const double Sqrt2 = 1.4142135623730951;

    /// <summary>2⁶⁰⁰: scaling by it is exact.</summary>
    private const double TwoTo600 = 4.149515568880993e180;

    /// <summary>The inverse hyperbolic sine.</summary>
    public static double Asinh(double x)
    {
        double magnitude = Math.Abs(x);
        if (double.IsNaN(x) || double.IsInfinity(x) || x == 0)
        {
            return x;
        }

        // For large x, √(x² + 1) rounds to x. Else asinh x = log(1 + x + (√(x² + 1) − 1)), the last written without cancellation.
        double square = magnitude * magnitude;
        double result = magnitude > 1e9
            ? Math.Log(magnitude) + Ln2
            : LogP1(magnitude + (square / (1 + Math.Sqrt(square + 1))));
        return x < 0 ? -result : result;
    }

    /// <summary>The inverse hyperbolic cosine: NaN below 1.</summary>
    public static double Acosh(double x)
    {
        double excess = x - 1;
        return excess < 0 ? double.NaN
            : x > 1e9 ? Math.Log(x) + Ln2
            : LogP1(excess + Math.Sqrt(excess * (x + 1)));
    }

    /// <summary>The inverse hyperbolic tangent: ±∞ at ±1 and NaN beyond.</summary>
    public static double Atanh(double x)
    {
        double magnitude = Math.Abs(x);
        if (magnitude < 0.25)
        {
            return AtanhSeries(x);
        }

        double result = LogP1(2 * magnitude / (1 - magnitude)) / 2;
        return x < 0 ? -result : result;
    }

    /// <summary>The cube root, of negative numbers too.</summary>
    public static double Cbrt(double x)
    {
        if (x == 0 || double.IsNaN(x) || double.IsInfinity(x))
        {
            return x;
        }

        double magnitude = Math.Abs(x);
        double root = Math.Pow(magnitude, 1.0 / 3);

        // One Newton step in a form that cannot overflow. The power is off by some units, the result by less than one.
        root -= (root - (magnitude / root / root)) / 3;
        return x < 0 ? -root : root;
    }

    /// <summary>√(x² + y²) without overflow or underflow in between; +∞ where either argument is infinite.</summary>
    public static double Hypot(double x, double y)
    {
        if (double.IsInfinity(x) || double.IsInfinity(y))
        {
            return double.PositiveInfinity;
        }

        double larger = Math.Max(Math.Abs(x), Math.Abs(y));
        if (larger == 0 || double.IsNaN(larger))
        {
            return larger;
        }

        double scale = larger > 1e150 ? TwoTo600 : larger < 1e-150 ? 1 / TwoTo600 : 1;
        x /= scale;
        y /= scale;
        return scale * Math.Sqrt((x * x) + (y * y));
    }

    /// <summary>The angle of a point; the diagonals at infinity included, for which .NET Framework returns NaN.</summary>
    public static double Atan2(double y, double x) =>
        double.IsInfinity(x) && double.IsInfinity(y) ? Math.Atan2(Math.Sign(y), Math.Sign(x)) : Math.Atan2(y, x);

    /// <summary>sinh x = x·(1 + x²/3! + x⁴/5! + …) for |x| ≤ ½; the first term left out is 2e-20.</summary>
    private static double SinhSeries(double x)
    {
        double square = x * x;
        double sum = 0;
        for (int k = 7; k >= 1; k--)
        {
            sum = (1 + sum) * square / (2 * k * ((2 * k) + 1));
        }

        return x + (x * sum);
    }

    /// <summary>artanh x = x·(1 + x²/3 + x⁴/5 + …) for |x| ≤ ⅓; the first term left out is 2e-19.</summary>
    private static double AtanhSeries(double x)
    {
        double square = x * x;
        double sum = 0;
        for (int k = 18; k >= 1; k--)
        {
            sum = square * ((1.0 / ((2 * k) + 1)) + sum);
        }

        return x + (x * sum);
    }
}
