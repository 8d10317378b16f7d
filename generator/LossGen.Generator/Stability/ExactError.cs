using System;

namespace LossGen.Generator.Stability;

/// <summary>
/// Error-free transformations: by how much a correctly rounded double result falls short of the exact one. Only the sign is used, for
/// directed rounding; NaN means that it is not known (overflow, or an error too small for a double).
/// </summary>
/// <remarks>T. J. Dekker, A floating-point technique for extending the available precision, Numerische Mathematik 18, 1971; D. E. Knuth, TAOCP 2, 4.2.2.</remarks>
internal static class ExactError
{
    /// <summary>Beyond this magnitude the splitting of a factor would overflow.</summary>
    private const double LargestFactor = 6.7e+299;

    /// <summary>Below this magnitude the error of a product may be less than the smallest subnormal number.</summary>
    private const double SmallestProduct = 2.0041683600089728e-292;

    public static double OfSum(double left, double right, double sum)
    {
        double rightPart = sum - left;
        return (left - (sum - rightPart)) + (right - rightPart);
    }

    public static double OfProduct(double left, double right, double product)
    {
        if (left == 0 || right == 0)
        {
            return 0;
        }

        if (!(Math.Abs(left) < LargestFactor && Math.Abs(right) < LargestFactor && Math.Abs(product) > SmallestProduct && Math.Abs(product) < LargestFactor))
        {
            return double.NaN;
        }

        (double leftHigh, double leftLow) = Split(left);
        (double rightHigh, double rightLow) = Split(right);
        return ((leftHigh * rightHigh) - product) + (leftHigh * rightLow) + (leftLow * rightHigh) + (leftLow * rightLow);
    }

    public static double OfQuotient(double dividend, double divisor, double quotient)
    {
        if (dividend == 0 && divisor != 0)
        {
            return 0;
        }

        double product = quotient * divisor;
        double remainder = (dividend - product) - OfProduct(quotient, divisor, product);
        return divisor < 0 ? -remainder : remainder;
    }

    public static double OfSquareRoot(double square, double root)
    {
        double product = root * root;
        return (square - product) - OfProduct(root, root, product);
    }

    /// <summary>The two halves of the significand, 26 bits each.</summary>
    private static (double High, double Low) Split(double value)
    {
        const double Splitter = (1 << 27) + 1;
        double scaled = Splitter * value;
        double high = scaled - (scaled - value);
        return (high, value - high);
    }
}
