using System;

namespace LossGen.Generator.Stability.Shadows;

/// <content>The arithmetic. Sums and products of few bits are exact and have no error: the bound is what was in fact rounded away.</content>
internal readonly partial struct Shadow
{
    /// <summary>2⁻¹⁰¹: products of double-doubles are off by less than 5·2⁻¹⁰⁶, quotients by less than 10·2⁻¹⁰⁶, and their magnitudes are below 4 and 2.</summary>
    private const double ProductError = 3.944304526105059e-31;

    /// <summary>Numbers farther apart than this many binary places do not meet in a sum.</summary>
    private const int LargestGap = 220;

    /// <summary>Makes up for the rounding of error bounds, which are computed in double.</summary>
    private const double Slack = 1 + 1e-14;

    public static Shadow operator +(Shadow left, Shadow right)
    {
        if (!left.IsOrdinary || !right.IsOrdinary)
        {
            return SumOfSpecial(left, right);
        }

        long gap = left.Exponent - right.Exponent;
        return gap >= 0 ? Sum(left, right, gap) : Sum(right, left, -gap);
    }

    public static Shadow operator -(Shadow left, Shadow right) => left + -right;

    public static Shadow operator -(Shadow value) => new(-value.High, -value.Low, value.Exponent, value.Error);

    public static Shadow operator *(Shadow left, Shadow right)
    {
        if (!left.IsOrdinary || !right.IsOrdinary)
        {
            return ProductOfSpecial(left, right);
        }

        double error = ErrorOfProduct(left, right);
        long exponent = left.Exponent + right.Exponent;
        if (left.Low == 0 && right.Low == 0)
        {
            (double product, double rest) = DoubleDouble.ProductOf(left.High, right.High);
            return Normalised(product, rest, exponent, error);
        }

        if (Math.Abs(right.High) == 1 && right.Low == 0)
        {
            return Bounded(left.High * right.High, left.Low * right.High, exponent, error);
        }

        if (Math.Abs(left.High) == 1 && left.Low == 0)
        {
            return Bounded(left.High * right.High, left.High * right.Low, exponent, error);
        }

        return Normalised(new DoubleDouble(left.High, left.Low) * new DoubleDouble(right.High, right.Low), exponent, error + ProductError);
    }

    public static Shadow operator /(Shadow left, Shadow right)
    {
        if (!left.IsOrdinary || !right.IsOrdinary)
        {
            return QuotientOfSpecial(left, right);
        }

        DoubleDouble divisor = new(right.High, right.Low);
        DoubleDouble quotient = new DoubleDouble(left.High, left.Low) / divisor;
        bool isExact = left.Low == 0 && right.Low == 0 && quotient.Low == 0 && IsProduct(left.High, quotient.High, right.High);
        double error = ErrorOfQuotient(left, right, quotient.High) + (isExact ? 0 : ProductError);
        return Normalised(quotient, left.Exponent - right.Exponent, error);
    }

    public static bool operator <(Shadow left, Shadow right) => Compare(left, right) < 0;

    public static bool operator >(Shadow left, Shadow right) => Compare(right, left) < 0;

    public static bool operator <=(Shadow left, Shadow right) => !left.IsNaN && !right.IsNaN && Compare(left, right) <= 0;

    public static bool operator >=(Shadow left, Shadow right) => !left.IsNaN && !right.IsNaN && Compare(right, left) <= 0;

    public static bool operator ==(Shadow left, Shadow right) => !left.IsNaN && !right.IsNaN && Compare(left, right) == 0;

    public static bool operator !=(Shadow left, Shadow right) => !(left == right);

    /// <summary>Negative, zero or positive as the first number is smaller than, equal to or larger than the second; zero for NaN.</summary>
    private static int Compare(Shadow left, Shadow right)
    {
        if (!left.IsOrdinary || !right.IsOrdinary || left.High > 0 != right.High > 0)
        {
            return left.High < right.High ? -1 : left.High > right.High ? 1 : 0;
        }

        int magnitude = left.Exponent.CompareTo(right.Exponent);
        return magnitude != 0 ? (left.High > 0 ? magnitude : -magnitude)
            : left.High != right.High ? left.High.CompareTo(right.High)
            : left.Low.CompareTo(right.Low);
    }

    private static Shadow Sum(Shadow large, Shadow small, long gap)
    {
        if (gap > LargestGap)
        {
            return new(large.High, large.Low, large.Exponent, (large.Error + ProductError + PowersOfTwo.Scale(small.Error, -gap)) * Slack);
        }

        double scale = PowersOfTwo.Of(-gap);
        (double high, double rest) = DoubleDouble.SumOf(large.High, small.High * scale);
        (double low, double remainder) = DoubleDouble.SumOf(large.Low, small.Low * scale);
        (rest, double firstError) = DoubleDouble.SumOf(rest, low);
        (high, rest) = DoubleDouble.OrderedSumOf(high, rest);
        (rest, double secondError) = DoubleDouble.SumOf(rest, remainder);
        (high, rest) = DoubleDouble.OrderedSumOf(high, rest);
        double error = large.Error + (small.Error * scale) + Math.Abs(firstError) + Math.Abs(secondError);
        return Normalised(high, rest, large.Exponent, error * Slack);
    }

    private static Shadow SumOfSpecial(Shadow left, Shadow right)
    {
        if (!left.IsFinite || !right.IsFinite)
        {
            return Special(left.High + right.High, left.IsCertain && right.IsCertain);
        }

        if (left.IsOrdinary)
        {
            return right.Error == 0 ? left : WithErrorOf(left, right);
        }

        if (right.IsOrdinary)
        {
            return left.Error == 0 ? right : WithErrorOf(right, left);
        }

        Shadow zero = new(left.High + right.High, 0, 0, 0);
        return left.Error == 0 && right.Error == 0 ? zero
            : left.Error == 0 ? right
            : right.Error == 0 ? left
            : left.Exponent >= right.Exponent ? WithErrorOf(left, right) : WithErrorOf(right, left);
    }

    /// <summary>A number and a zero that has an error.</summary>
    private static Shadow WithErrorOf(Shadow number, Shadow zero) =>
        new(number.High, number.Low, number.Exponent, (number.Error + Math.Max(PowersOfTwo.Scale(zero.Error, zero.Exponent - number.Exponent), double.Epsilon)) * Slack);

    private static Shadow ProductOfSpecial(Shadow left, Shadow right)
    {
        if (!left.IsFinite || !right.IsFinite)
        {
            // An infinity has a certain product with a number of certain sign only.
            return Special(left.High * right.High, left.IsCertain && right.IsCertain && left.HasCertainSign && right.HasCertainSign);
        }

        double error = ErrorOfProduct(left, right);
        return Normalised(left.High * right.High, 0, left.Exponent + right.Exponent, error);
    }

    private static Shadow QuotientOfSpecial(Shadow left, Shadow right)
    {
        if (!left.IsFinite || !right.IsFinite || right.IsZero)
        {
            return Special(left.High / right.High, left.IsCertain && right.IsCertain && left.HasCertainSign && right.HasCertainSign);
        }

        return Normalised(left.High / right.High, 0, left.Exponent - right.Exponent, ErrorOfQuotient(left, right, 0));
    }

    /// <summary>What the errors of the factors make of the product's, in units of the product of their scales.</summary>
    private static double ErrorOfProduct(Shadow left, Shadow right)
    {
        if (left.Error == 0 && right.Error == 0)
        {
            return 0;
        }

        // An exact zero stays one, however uncertain the other factor is.
        double error = (left.Error == 0 ? 0 : left.Error * (Math.Abs(right.High) + right.Error))
            + (right.Error == 0 || left.High == 0 ? 0 : right.Error * Math.Abs(left.High));
        return double.IsNaN(error) ? 0 : error * Slack;
    }

    private static double ErrorOfQuotient(Shadow left, Shadow right, double quotient)
    {
        if (left.Error == 0 && (right.Error == 0 || left.High == 0))
        {
            return 0;
        }

        double margin = right.LeastOfHigh - right.Error;
        return margin > 0 ? (left.Error + (Math.Abs(quotient) * right.Error)) / margin * Slack : double.PositiveInfinity;
    }

    private static bool IsProduct(double product, double left, double right)
    {
        (double rounded, double rest) = DoubleDouble.ProductOf(left, right);
        return rounded == product && rest == 0;
    }
}
