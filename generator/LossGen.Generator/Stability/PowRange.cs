using System;

namespace LossGen.Generator.Stability;

/// <summary>The range of xʸ.</summary>
internal static class PowRange
{
    public static Interval Of(Interval @base, Interval exponent, ElementType type)
    {
        bool mayBeNaN = @base.MayBeNaN || exponent.MayBeNaN;

        // x⁰ and 1ʸ are 1, even for NaN.
        bool mayBeOne = exponent.Contains(0) || @base.Contains(1);
        Interval one = mayBeOne && mayBeNaN ? Interval.Point(1) : Interval.Empty(false);
        if (@base.IsEmpty || exponent.IsEmpty)
        {
            return one with { MayBeNaN = mayBeNaN };
        }

        bool mayBeNegative = IntervalArithmetic.IsNegative(@base.Low);
        Interval power = !mayBeNegative ? OfNonNegative(@base, exponent, type)
            : exponent.IsPoint && IsInteger(exponent.Low) ? OfInteger(@base, exponent.Low, type)
            : OfSigned(@base, exponent, type);
        return power.Union(one) with { MayBeNaN = mayBeNaN || power.MayBeNaN };
    }

    /// <summary>For x ≥ 0 the power is monotone in either argument; x⁰ = 1 is the one value that the corners may miss.</summary>
    private static Interval OfNonNegative(Interval @base, Interval exponent, ElementType type)
    {
        Interval corners = IntervalArithmetic.Corners(@base, exponent, (x, y) => MonotoneMap.Around(Math.Pow(x, y), type).NonNegative(type), false);
        return exponent.Contains(0) ? corners.Union(Interval.Point(1)) : corners;
    }

    /// <summary>An integer power of numbers of either sign: even powers are those of the magnitude, odd ones take the sign along.</summary>
    private static Interval OfInteger(Interval @base, double exponent, ElementType type)
    {
        Interval power = Interval.Point(exponent);
        Interval magnitude = OfNonNegative(@base.Magnitude(), power, type);
        bool isEven = double.IsInfinity(exponent) || exponent % 2 == 0;
        if (isEven)
        {
            return magnitude;
        }

        Interval negative = OfNonNegative(@base.Within(double.NegativeInfinity, -0.0).Negate(), power, type).Negate();
        return IntervalArithmetic.IsNegative(@base.High) ? negative : negative.Union(OfNonNegative(@base.Within(0, double.PositiveInfinity), power, type));
    }

    /// <summary>Powers of negative numbers with exponents that may or may not be integers: either sign of the magnitude's power, or NaN.</summary>
    private static Interval OfSigned(Interval @base, Interval exponent, ElementType type)
    {
        Interval magnitude = OfNonNegative(@base.Magnitude(), exponent, type);
        bool isFraction = exponent.IsPoint;
        return magnitude with { Low = isFraction ? magnitude.Low : -magnitude.High, MayBeNaN = true };
    }

    private static bool IsInteger(double value) => Math.Floor(value) == value;
}
