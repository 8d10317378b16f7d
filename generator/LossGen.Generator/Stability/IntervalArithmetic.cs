using System;

namespace LossGen.Generator.Stability;

/// <summary>Interval arithmetic with outward rounding in the element type.</summary>
internal static class IntervalArithmetic
{
    public static Interval Negate(this Interval interval) => interval with { Low = -interval.High, High = -interval.Low };

    public static Interval Add(this Interval left, Interval right, ElementType type)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return Empty(left, right);
        }

        // ∞ + −∞ is NaN, but only if both ends can be reached.
        bool mayBeNaN = left.MayBeNaN || right.MayBeNaN
            || (double.IsPositiveInfinity(left.High) && double.IsNegativeInfinity(right.Low))
            || (double.IsNegativeInfinity(left.Low) && double.IsPositiveInfinity(right.High));
        double low = left.Low + right.Low;
        double high = left.High + right.High;
        return new Interval(
            double.IsNaN(low) ? double.NegativeInfinity : low,
            double.IsNaN(high) ? double.PositiveInfinity : high,
            mayBeNaN).RoundOutward(type);
    }

    public static Interval Multiply(this Interval left, Interval right, ElementType type)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return Empty(left, right);
        }

        bool mayBeNaN = left.MayBeNaN || right.MayBeNaN
            || (left.Contains(0) && (double.IsInfinity(right.Low) || double.IsInfinity(right.High)))
            || (right.Contains(0) && (double.IsInfinity(left.Low) || double.IsInfinity(left.High)));
        return Hull(
            Product(left.Low, right.Low),
            Product(left.Low, right.High),
            Product(left.High, right.Low),
            Product(left.High, right.High),
            mayBeNaN).RoundOutward(type);

        // 0·∞ as a bound stands for products of 0 with large finite numbers.
        static double Product(double a, double b) => a == 0 || b == 0 ? 0 : a * b;
    }

    public static Interval Divide(this Interval left, Interval right, ElementType type)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return Empty(left, right);
        }

        bool infinityByInfinity = (double.IsInfinity(left.Low) || double.IsInfinity(left.High)) && (double.IsInfinity(right.Low) || double.IsInfinity(right.High));
        bool mayBeNaN = left.MayBeNaN || right.MayBeNaN || infinityByInfinity || (left.Contains(0) && right.Contains(0));
        if (right.Contains(0))
        {
            return new(double.NegativeInfinity, double.PositiveInfinity, mayBeNaN);
        }

        return Hull(
            Quotient(left.Low, right.Low),
            Quotient(left.Low, right.High),
            Quotient(left.High, right.Low),
            Quotient(left.High, right.High),
            mayBeNaN).RoundOutward(type);

        static double Quotient(double a, double b) => double.IsInfinity(b) ? 0 : a / b;
    }

    /// <summary>The range of an increasing function, whose value in the element type may be off by two units in the last place.</summary>
    public static Interval MapIncreasing(this Interval interval, Func<double, double> function, ElementType type) =>
        interval.IsEmpty ? interval : interval with { Low = Rounding.Down(function(interval.Low), type, 2), High = Rounding.Up(function(interval.High), type, 2) };

    /// <summary>The range of a decreasing function, whose value in the element type may be off by two units in the last place.</summary>
    public static Interval MapDecreasing(this Interval interval, Func<double, double> function, ElementType type) =>
        interval.IsEmpty ? interval : interval with { Low = Rounding.Down(function(interval.High), type, 2), High = Rounding.Up(function(interval.Low), type, 2) };

    /// <summary>The smallest interval that contains both.</summary>
    public static Interval Union(this Interval left, Interval right)
    {
        bool mayBeNaN = left.MayBeNaN || right.MayBeNaN;
        if (left.IsEmpty || right.IsEmpty)
        {
            return (left.IsEmpty ? right : left) with { MayBeNaN = mayBeNaN };
        }

        return new(Math.Min(left.Low, right.Low), Math.Max(left.High, right.High), mayBeNaN);
    }

    /// <summary>The interval cut to known bounds, for a function that cannot leave them even by rounding.</summary>
    public static Interval Within(this Interval interval, double low, double high) =>
        interval.IsEmpty ? interval : interval with { Low = Math.Max(interval.Low, low), High = Math.Min(interval.High, high) };

    /// <summary>Widens both ends to numbers of the element type.</summary>
    public static Interval RoundOutward(this Interval interval, ElementType type) =>
        interval.IsEmpty ? interval : interval with { Low = Rounding.Down(interval.Low, type), High = Rounding.Up(interval.High, type) };

    private static Interval Empty(Interval left, Interval right) => new(1, 0, left.MayBeNaN || right.MayBeNaN);

    private static Interval Hull(double a, double b, double c, double d, bool mayBeNaN) =>
        new(Math.Min(Math.Min(a, b), Math.Min(c, d)), Math.Max(Math.Max(a, b), Math.Max(c, d)), mayBeNaN);
}
