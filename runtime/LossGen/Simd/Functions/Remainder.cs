using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The remainder of C#'s <c>%</c>, exactly: <c>dividend − divisor·trunc(dividend / divisor)</c>, with the sign of the dividend.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Remainder(V dividend, V divisor) => Remainder<V, T>.Of(dividend, divisor);
}

/// <summary>The exact remainder.</summary>
internal static unsafe class Remainder<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>Below this quotient the product of quotient and divisor differs from the dividend by a number that has one rounding at most: none.</summary>
    private static double LargestQuotient => typeof(T) == typeof(float) ? 1 << 23 : 1L << 52;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of(V dividend, V divisor)
    {
        V quotient = V.Truncate(dividend / divisor);
        V remainder = V.MultiplyAdd(-quotient, divisor, dividend);

        // The division may have rounded up to the next integer; the remainder then has the wrong sign and lacks one divisor.
        V sign = V.And(dividend, V.Create(-0.0));
        V turned = V.Xor(remainder, sign);
        V magnitude = V.Select(V.LessThan(turned, V.Zero), turned + V.Abs(divisor), V.Abs(turned));

        // A zero quotient leaves the dividend, an infinite divisor included, of which 0 times would be NaN.
        V result = V.Select(V.Equal(quotient, V.Zero), dividend, V.Or(magnitude, sign));
        V isLarge = V.GreaterThanOrEqual(V.Abs(quotient), V.Create(LargestQuotient));
        return V.Any(isLarge) ? LaneByLane(dividend, divisor) : result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static V LaneByLane(V dividend, V divisor)
    {
        T* dividends = stackalloc T[V.Count];
        T* divisors = stackalloc T[V.Count];
        V.Store(dividend, dividends);
        V.Store(divisor, divisors);
        for (int lane = 0; lane < V.Count; lane++)
        {
            dividends[lane] = ElementNumber.Of<T>(ElementNumber.ToDouble(dividends[lane]) % ElementNumber.ToDouble(divisors[lane]));
        }

        return V.Load(dividends);
    }
}
