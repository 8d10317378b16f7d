namespace LossGen.Constants;

/// <summary>Doubles as integers in their order, so that halving between any two of them takes at most 64 steps.</summary>
internal static class Ordinals
{
    /// <summary>The number of doubles from <paramref name="low"/> to <paramref name="high"/>.</summary>
    internal static ulong Distance(double low, double high) => (ulong)(Of(high) - Of(low));

    internal static double Middle(double low, double high) => FromOrdinal(Of(low) + (long)(Distance(low, high) / 2));

    // Negative numbers have bits that grow with their magnitude: they are turned round. Both zeros are 0.
    private static long Of(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return bits < 0 ? long.MinValue - bits : bits;
    }

    private static double FromOrdinal(long ordinal) => BitConverter.Int64BitsToDouble(ordinal < 0 ? long.MinValue - ordinal : ordinal);
}
