using System;

namespace LossGen.Generator.Stability.Shadows;

/// <content>Magnitudes, choices and roundings to integers: exact, but for arguments that an error carries across a jump.</content>
internal static partial class ShadowMath
{
    public static Shadow Abs(Shadow x) => x.High < 0 || (x.High == 0 && 1 / x.High < 0) ? -x : x;

    /// <summary>1 or −1, and a zero or NaN itself.</summary>
    public static Shadow Sign(Shadow x) => x.Sign == 0 ? (x.Error == 0 ? x : Shadow.Normalised(0, 0, 0, 1)) : Shadow.Normalised(x.Sign, 0, 0, x.HasCertainSign ? 0 : 2);

    public static Shadow Max(Shadow x, Shadow y) => x.IsNaN || y.IsNaN ? x + y : Chosen(x, y, x >= y && !(x.IsZero && y.IsZero && 1 / x.High < 0));

    public static Shadow Min(Shadow x, Shadow y) => x.IsNaN || y.IsNaN ? x + y : Chosen(x, y, x <= y && !(x.IsZero && y.IsZero && 1 / x.High > 0));


    public static Shadow Floor(Shadow x)
    {
        if (!x.IsOrdinary)
        {
            return x.IsZero && x.Error > 0 ? Shadow.Normalised(0, 0, 0, x.AbsoluteError < 1 ? 1 : double.PositiveInfinity) : x;
        }

        if (x.Exponent > 105)
        {
            return x;
        }

        DoubleDouble number = x.Exponent < -200 ? x.High * 1e-60 : x.ToDoubleDouble();
        double high = Math.Floor(number.High);
        (high, double low) = high == number.High ? DoubleDouble.OrderedSumOf(high, Math.Floor(number.Low)) : (high, 0);
        Shadow result = Shadow.Normalised(high, low, 0, 0);
        if (x.Error == 0)
        {
            return result;
        }

        // Certain, unless an integer lies within the error.
        Shadow error = ErrorOf(x);
        Shadow fraction = x - result;
        return error < fraction && error < 1 - fraction ? result : result + Shadow.Normalised(0, 0, 0, x.AbsoluteError + 1);
    }

    public static Shadow Ceiling(Shadow x) => -Floor(-x);

    public static Shadow Truncate(Shadow x) => x.High < 0 ? -Floor(-x) : Floor(x);

    /// <summary>The nearest integer, ties to even.</summary>
    public static Shadow Round(Shadow x)
    {
        Shadow low = Floor(x);
        Shadow distance = x - low - 0.5;
        Shadow halfOfLow = low.Scale(-1);
        Shadow result = distance.Sign < 0 || (distance.IsZero && Floor(halfOfLow) == halfOfLow) ? low : low + 1;
        return !x.IsOrdinary || x.Error == 0 ? (x.IsOrdinary ? WithSignOf(result, x) : x)
            : Shadow.Normalised(result.High, result.Low, result.Exponent, 0) + Shadow.Normalised(0, 0, 0, Abs(distance) > ErrorOf(x) ? 0 : x.AbsoluteError + 1);
    }

    /// <summary>x − y·trunc(x/y).</summary>
    public static Shadow Remainder(Shadow x, Shadow y)
    {
        if (!x.IsOrdinary || !y.IsOrdinary)
        {
            return x.IsNaN || y.IsNaN || x.IsInfinite || y.IsZero ? Shadow.Special(double.NaN, x.Error == 0 && y.Error == 0) : x;
        }

        if (Abs(x) < Abs(y))
        {
            return x.KnownIf(Abs(x) + ErrorOf(x) + ErrorOf(y) < Abs(y) || (x.Error == 0 && y.Error == 0));
        }

        if (x.Low == 0 && y.Low == 0 && x.Error == 0 && y.Error == 0 && x.Exponent - y.Exponent < 1000)
        {
            return Shadow.FromDouble(x.High * PowersOfTwo.Of(x.Exponent - y.Exponent) % y.High).Scale(y.Exponent);
        }

        // The quotient may round to the next integer, which shows in the remainder's sign.
        Shadow quotient = Truncate(x / y);
        Shadow remainder = x - (y * Shadow.Normalised(quotient.High, quotient.Low, quotient.Exponent, 0));
        if (remainder.Sign * x.Sign < 0)
        {
            remainder += x.Sign == y.Sign ? y : -y;
        }

        Shadow error = ErrorOf(remainder);
        bool isKnown = remainder.Error == 0 || (Abs(remainder) > error && Abs(remainder) + error < Abs(y));
        return (remainder.IsZero ? WithSignOf(remainder, x) : remainder).KnownIf(isKnown);
    }

    /// <summary>The magnitude of one number with the sign of another, that of zero included.</summary>
    public static Shadow WithSignOf(Shadow magnitude, Shadow sign) => sign.High < 0 || (sign.High == 0 && 1 / sign.High < 0) ? -Abs(magnitude) : Abs(magnitude);

    /// <summary>The error bound as a number.</summary>
    private static Shadow ErrorOf(Shadow x) => Shadow.FromDouble(x.Error).Scale(x.Exponent);

    /// <summary>A zero that is off by as much as a number that is not negative.</summary>
    private static Shadow Within(Shadow error) => error.IsZero ? Shadow.Zero : Shadow.Normalised(0, 0, error.Exponent, error.IsFinite ? 2 * error.High : double.PositiveInfinity);

    private static Shadow Chosen(Shadow x, Shadow y, bool isFirst)
    {
        Shadow chosen = isFirst ? x : y;
        Shadow other = isFirst ? y : x;
        if (x.Error == 0 && y.Error == 0)
        {
            return chosen;
        }

        // The choice moves by no more than either number does.
        return Abs(x - y) > ErrorOf(x) + ErrorOf(y) ? chosen : chosen + Shadow.Normalised(0, 0, other.Exponent, other.Error);
    }
}
