using System;

namespace LossGen.Generator.Stability;

/// <summary>Interval arithmetic with outward rounding in the element type: results contain the exact values and the rounded ones.</summary>
internal static class IntervalArithmetic
{
    public static Interval Negate(this Interval interval) => interval with { Low = -interval.High, High = -interval.Low };

    public static Interval Add(this Interval left, Interval right, ElementType type)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return Interval.Empty(left.MayBeNaN || right.MayBeNaN);
        }

        // ∞ + −∞ is NaN, but only if both ends can be reached.
        bool mayBeNaN = left.MayBeNaN || right.MayBeNaN
            || (double.IsPositiveInfinity(left.High) && double.IsNegativeInfinity(right.Low))
            || (double.IsNegativeInfinity(left.Low) && double.IsPositiveInfinity(right.High));
        double low = left.Low + right.Low;
        double high = left.High + right.High;
        return new Interval(
            double.IsNaN(low) ? double.NegativeInfinity : Rounding.Down(low, ExactError.OfSum(left.Low, right.Low, low), type),
            double.IsNaN(high) ? double.PositiveInfinity : Rounding.Up(high, ExactError.OfSum(left.High, right.High, high), type),
            mayBeNaN);
    }

    public static Interval Subtract(this Interval left, Interval right, ElementType type) => left.Add(right.Negate(), type);

    public static Interval Multiply(this Interval left, Interval right, ElementType type)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return Interval.Empty(left.MayBeNaN || right.MayBeNaN);
        }

        bool mayBeNaN = left.MayBeNaN || right.MayBeNaN
            || (left.Contains(0) && right.MayBeInfinite)
            || (right.Contains(0) && left.MayBeInfinite);
        return Corners(left, right, Product, mayBeNaN);

        Interval Product(double a, double b)
        {
            double product = a * b;
            if (double.IsNaN(product))
            {
                // 0·∞ as a corner stands for products of 0 with large finite numbers.
                return Interval.Point(IsNegative(a) == IsNegative(b) ? 0.0 : -0.0);
            }

            double error = ExactError.OfProduct(a, b, product);
            return new(Rounding.Down(product, error, type), Rounding.Up(product, error, type));
        }
    }

    public static Interval Divide(this Interval left, Interval right, ElementType type)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return Interval.Empty(left.MayBeNaN || right.MayBeNaN);
        }

        bool mayBeNaN = left.MayBeNaN || right.MayBeNaN
            || (left.MayBeInfinite && right.MayBeInfinite)
            || (left.Contains(0) && right.Contains(0));
        bool hasOneSign = IsNegative(right.Low) == IsNegative(right.High);
        return hasOneSign
            ? Corners(left, right, Quotient, mayBeNaN)
            : new(double.NegativeInfinity, double.PositiveInfinity, mayBeNaN);

        Interval Quotient(double a, double b)
        {
            double quotient = a / b;
            if (double.IsNaN(quotient))
            {
                // 0/0 and ∞/∞ as corners stand for every quotient of the sign.
                return IsNegative(a) == IsNegative(b) ? new(0.0, double.PositiveInfinity) : new(double.NegativeInfinity, -0.0);
            }

            double error = double.IsInfinity(b) ? 0 : ExactError.OfQuotient(a, b, quotient);
            return new(Rounding.Down(quotient, error, type), Rounding.Up(quotient, error, type));
        }
    }

    /// <summary>The square of a number: unlike a product of two intervals never negative.</summary>
    public static Interval Square(this Interval interval, ElementType type)
    {
        Interval magnitude = interval.Magnitude();
        return magnitude.Multiply(magnitude, type) with { MayBeNaN = interval.MayBeNaN };
    }

    /// <summary>The correctly rounded square root: NaN below 0; that of −0 is −0.</summary>
    public static Interval SquareRoot(this Interval interval, ElementType type)
    {
        Interval domain = interval.Restrict(-0.0, double.PositiveInfinity);
        if (domain.IsEmpty)
        {
            return domain;
        }

        double low = Math.Sqrt(domain.Low);
        double high = Math.Sqrt(domain.High);
        return domain with
        {
            Low = Rounding.Down(low, ExactError.OfSquareRoot(domain.Low, low), type),
            High = Rounding.Up(high, ExactError.OfSquareRoot(domain.High, high), type),
        };
    }

    /// <summary>The absolute values.</summary>
    public static Interval Magnitude(this Interval interval)
    {
        double low = Math.Abs(interval.Low);
        double high = Math.Abs(interval.High);
        return interval.IsEmpty
            ? interval
            : interval with { Low = interval.Contains(0) ? 0 : Math.Min(low, high), High = Math.Max(low, high) };
    }

    /// <summary>The smallest interval that contains both.</summary>
    public static Interval Union(this Interval left, Interval right)
    {
        bool mayBeNaN = left.MayBeNaN || right.MayBeNaN;
        if (left.IsEmpty || right.IsEmpty)
        {
            return (left.IsEmpty ? right : left) with { MayBeNaN = mayBeNaN };
        }

        return new(Smaller(left.Low, right.Low), Larger(left.High, right.High), mayBeNaN);
    }

    /// <summary>What lies in both.</summary>
    public static Interval Intersect(this Interval left, Interval right)
    {
        bool mayBeNaN = left.MayBeNaN && right.MayBeNaN;
        if (left.IsEmpty || right.IsEmpty)
        {
            return Interval.Empty(mayBeNaN);
        }

        Interval both = new(Larger(left.Low, right.Low), Smaller(left.High, right.High), mayBeNaN);
        return both.IsEmpty ? Interval.Empty(mayBeNaN) : both;
    }

    /// <summary>The interval cut to known bounds, for a function that cannot leave them even by rounding.</summary>
    public static Interval Within(this Interval interval, double low, double high) =>
        interval.IsEmpty ? interval : interval with { Low = Larger(interval.Low, low), High = Smaller(interval.High, high) };

    /// <summary>The part of the interval that lies in a function's domain; outside of it the function is NaN. A zero keeps its sign.</summary>
    public static Interval Restrict(this Interval interval, double low, double high) => interval.IsEmpty
        ? interval
        : new(
            interval.Low < low ? low : interval.Low,
            interval.High > high ? high : interval.High,
            interval.MayBeNaN || interval.Low < low || interval.High > high);

    /// <summary>Widens both ends to numbers of the element type.</summary>
    public static Interval RoundOutward(this Interval interval, ElementType type) =>
        interval.IsEmpty ? interval : interval with { Low = Rounding.Down(interval.Low, type), High = Rounding.Up(interval.High, type) };

    /// <summary>The smaller number; −0 is smaller than +0, which <see cref="Math.Min(double, double)"/> of .NET Framework does not know.</summary>
    public static double Smaller(double left, double right) => left < right || (left == right && IsNegative(left)) ? left : right;

    /// <summary>The larger number; +0 is larger than −0.</summary>
    public static double Larger(double left, double right) => -Smaller(-left, -right);

    /// <summary>Whether the sign bit is set.</summary>
    public static bool IsNegative(double value) => BitConverter.DoubleToInt64Bits(value) < 0;

    /// <summary>The hull of a function's ranges on the four corners of a box: its range on the box, if it is monotone in each argument alone.</summary>
    public static Interval Corners(Interval left, Interval right, Func<double, double, Interval> corner, bool mayBeNaN) =>
        corner(left.Low, right.Low)
            .Union(corner(left.Low, right.High))
            .Union(corner(left.High, right.Low))
            .Union(corner(left.High, right.High)) with
        {
            MayBeNaN = mayBeNaN,
        };
}
