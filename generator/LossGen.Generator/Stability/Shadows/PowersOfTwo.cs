using System;

namespace LossGen.Generator.Stability.Shadows;

/// <summary>Powers of two as doubles.</summary>
internal static class PowersOfTwo
{
    /// <summary>2ⁿ for |n| ≤ 1022.</summary>
    public static double Of(long exponent) => BitConverter.Int64BitsToDouble((1023 + exponent) << 52);

    /// <summary>The product of a double of moderate size with any power of two, rounded, or 0 or infinite.</summary>
    public static double Scale(double value, long exponent) => exponent switch
    {
        >= -1000 and <= 1000 => value * Of(exponent),
        > 2100 => value == 0 ? value : value * double.PositiveInfinity,
        > 1000 => value * Of(1000) * (exponent > 2000 ? Of(1000) * Of(exponent - 2000) : Of(exponent - 1000)),
        < -2100 => double.IsInfinity(value) ? value : value * 0,
        _ => value * Of(-1000) * (exponent < -2000 ? Of(-1000) * Of(exponent + 2000) : Of(exponent + 1000)),
    };
}
