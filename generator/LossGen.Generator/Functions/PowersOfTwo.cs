using System;

namespace LossGen.Generator.Functions;

/// <summary>Constants whose products may be regrouped without a further rounding.</summary>
internal static class PowersOfTwo
{
    /// <summary>Whether a·(b·x) and (a·b)·x round alike: one factor is a power of two of moderate size, or both are small integers or halves.</summary>
    public static bool Commute(double left, double right) =>
        IsModeratePower(left) || IsModeratePower(right) || (IsSmallInteger(2 * left) && IsSmallInteger(2 * right));

    /// <summary>Whether division by the constant is multiplication by its reciprocal, to the bit.</summary>
    public static bool HasExactReciprocal(double value) => IsModeratePower(value);

    private static bool IsModeratePower(double value)
    {
        const long Mantissa = (1L << 52) - 1;
        double magnitude = Math.Abs(value);
        return magnitude is >= 1.0 / 1024 and <= 1024 && (BitConverter.DoubleToInt64Bits(magnitude) & Mantissa) == 0;
    }

    private static bool IsSmallInteger(double value) => Math.Abs(value) <= 1024 && Math.Floor(value) == value;
}
