using System;

namespace LossGen.Generator.Stability.Shadows;

/// <content>Roots and powers.</content>
internal static partial class ShadowMath
{
    /// <summary>Whole exponents up to this are done by multiplications, which keep exact what is exact.</summary>
    private const double LargestRepeatedPower = 64;

    private const double Sqrt2 = 1.4142135623730951;

    /// <summary>The square root. A number that may be negative only within its error is taken for one that is not.</summary>
    public static Shadow Sqrt(Shadow x)
    {
        if (x.IsZero && x.Error > 0)
        {
            return Shadow.Normalised(0, 0, x.Exponent / 2, Math.Sqrt(x.Error * 2));
        }

        if (!x.IsOrdinary || x.High < 0)
        {
            return Shadow.Special(Math.Sqrt(x.High), x.HasCertainSign);
        }

        bool isOdd = (x.Exponent & 1) != 0;
        DoubleDouble square = isOdd ? new DoubleDouble(x.High, x.Low).Scale(2) : new(x.High, x.Low);
        double root = Math.Sqrt(square.High);
        (double product, double rest) = DoubleDouble.ProductOf(root, root);
        DoubleDouble remainder = new DoubleDouble(square.High - product, 0) + -rest + square.Low;
        DoubleDouble value = DoubleDouble.Ordered(root, remainder.High / (2 * root));

        // |√(1 + ρ) − 1| ≤ |ρ|.
        double relativeError = x.RelativeError + (remainder.High == 0 ? 0 : EvaluationError);
        return Shadow.Normalised(value, (x.Exponent - (isOdd ? 1 : 0)) / 2, root * relativeError);
    }

    public static Shadow Cbrt(Shadow x)
    {
        if (!x.IsOrdinary)
        {
            return x.IsZero && x.Error > 0 ? Shadow.Normalised(0, 0, x.Exponent / 3, Math.Pow(x.Error * 4, 1 / 3.0) * 2) : x;
        }

        long exponent = x.Exponent >= 0 ? x.Exponent / 3 : (x.Exponent - 2) / 3;
        DoubleDouble cube = new DoubleDouble(x.High, x.Low).Scale(PowersOfTwo.Of(x.Exponent - (3 * exponent)));
        double approximation = Math.Pow(Math.Abs(cube.High), 1 / 3.0) * (cube.High < 0 ? -1 : 1);
        DoubleDouble root = approximation;
        DoubleDouble remainder = (root * root * root) - cube;
        DoubleDouble value = root - (remainder.High / (3 * approximation * approximation));

        // |∛(1 + ρ) − 1| ≤ |ρ|.
        return Shadow.Normalised(value, exponent, Math.Abs(approximation) * (x.RelativeError + (remainder.High == 0 ? 0 : EvaluationError)));
    }

    /// <summary>√(x² + y²), and +∞ if either is infinite.</summary>
    public static Shadow Hypot(Shadow x, Shadow y) => x.IsInfinite || y.IsInfinite ? Shadow.Special(double.PositiveInfinity, x.Error + y.Error < double.PositiveInfinity) : Sqrt((x * x) + (y * y));

    /// <summary>xʸ, with the special values of <see cref="Math.Pow"/>.</summary>
    public static Shadow Pow(Shadow x, Shadow y)
    {
        if (y.IsZero && y.Error == 0)
        {
            return Shadow.One;
        }

        if (y.Error == 0 && y.IsFinite && y.Exponent < 7 && Math.Abs(y.ToDouble()) <= LargestRepeatedPower)
        {
            double exponent = y.ToDouble();
            if (y.Low == 0 && Math.Floor(exponent) == exponent)
            {
                Shadow power = RepeatedProduct(x, (int)Math.Abs(exponent));
                return exponent < 0 ? 1 / power : power;
            }

            if (exponent == 0.5 && y.Low == 0 && x.Sign >= 0)
            {
                return Sqrt(x);
            }
        }

        if (!x.IsOrdinary || !y.IsOrdinary)
        {
            return SpecialPower(x, y);
        }

        if (x.Sign > 0)
        {
            return Exp(y * Log(x));
        }

        Shadow half = y.Scale(-1);
        bool isKnown = x.HasCertainSign && y.Error == 0;
        return Floor(y) != y ? Shadow.Special(double.NaN, isKnown)
            : (Floor(half) == half ? Exp(y * Log(-x)) : -Exp(y * Log(-x))).KnownIf(isKnown);
    }

    /// <summary>A power with a zero, infinity or NaN in it. The other number's magnitude does not matter, but whether it exceeds 1.</summary>
    private static Shadow SpecialPower(Shadow x, Shadow y)
    {
        if (y.IsZero && x.IsOrdinary)
        {
            // The exponent is zero up to its error.
            return Exp(y * Log(Abs(x))).KnownIf(x.Sign > 0);
        }

        double @base = PowersOfTwo.Scale(x.High, Math.Max(-900, Math.Min(900, x.Exponent)));
        if (y.IsInfinite && Math.Abs(@base) == 1)
        {
            @base *= 1 + Math.Max(-0.5, Math.Min(0.5, 1e30 * x.Low * x.High));
        }

        double exponent = PowersOfTwo.Scale(y.High, Math.Max(-900, Math.Min(900, y.Exponent)));
        return Shadow.Special(Math.Pow(@base, exponent), x.HasCertainSign && y.HasCertainSign && (x.Error == 0 || y.IsFinite));
    }

    private static Shadow RepeatedProduct(Shadow x, int count)
    {
        Shadow product = Shadow.One;
        Shadow square = x;
        while (true)
        {
            if ((count & 1) != 0)
            {
                product *= square;
            }

            count >>= 1;
            if (count == 0)
            {
                return product;
            }

            square *= square;
        }
    }
}
