using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>e^x as 2^exponent · (high + low), with an error of about a tenth of an ulp, for functions that go on computing with it.</summary>
internal static class ExtendedExponential<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>
    /// e^(x + xLow). Arguments beyond the overflow and underflow of the type (±110 for float, ±760 for double) are clamped,
    /// so that scaling by <paramref name="exponent"/> gives ∞ or 0. NaN gives NaN.
    /// </summary>
    /// <param name="x">The high part of the argument.</param>
    /// <param name="xLow">The low part of the argument, at most an ulp of <paramref name="x"/>.</param>
    /// <param name="low">The low part of the significand.</param>
    /// <param name="exponent">The power of two, an integer.</param>
    /// <returns>The high part of the significand, in [0.7, 1.42].</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x, V xLow, out V low, out V exponent)
    {
        V limit = V.Create(typeof(T) == typeof(float) ? 110.0 : 760.0);
        V clamped = V.MinOrRight(limit, V.MaxOrRight(-limit, x));
        exponent = V.Round(clamped * V.Create(1.4426950408889634)); // 1 / ln 2

        // The fused product makes the first subtraction exact (Cody and Waite).
        V remainder = V.MultiplyAdd(-exponent, LogarithmOfTwo.High<V, T>(), clamped);
        V remainderLow = V.MultiplyAdd(-exponent, LogarithmOfTwo.Low<V, T>(), xLow);
        V r = ErrorFree<V, T>.SumOrdered(remainder, remainderLow, out V rLow);

        // e^r = 1 + r + r² Q(r) + rLow (1 + r)
        V high = ErrorFree<V, T>.SumOrdered(V.Create(1.0), r, out V error);
        V tail = r * r * ExponentialReduction.Quotient<V, T>(r);
        low = error + (tail + V.MultiplyAdd(rLow, r, rLow));
        return ErrorFree<V, T>.SumOrdered(high, low, out low);
    }
}
