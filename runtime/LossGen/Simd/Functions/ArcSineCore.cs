using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>
/// What arc sine and arc cosine share: arcsin of a root s ≤ 1/2, which is |x| itself below 1/2 and √((1 − |x|)/2) above, where
/// arccos |x| = 2 arcsin s.
/// </summary>
internal static class ArcSineCore<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>π/2, rounded.</summary>
    public static V HalfPi
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Create(typeof(T) == typeof(float) ? 1.5707963705062866 : 1.5707963267948966);
    }

    /// <summary>π/2 less <see cref="HalfPi"/>, rounded.</summary>
    public static V HalfPiLow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Create(typeof(T) == typeof(float) ? -4.371138828673793e-08 : 6.123233995736766e-17);
    }

    /// <summary>arcsin s as an unevaluated sum.</summary>
    /// <param name="magnitude">|x|; above 1 the result is NaN.</param>
    /// <param name="isLarge">Condition: |x| is above 1/2, so that s is the square root.</param>
    /// <param name="low">The low part: up to 0.05 · s.</param>
    /// <returns>The high part, s itself.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V magnitude, out V isLarge, out V low)
    {
        isLarge = V.GreaterThan(magnitude, V.Create(0.5));
        V square = V.Select(isLarge, V.MultiplyAdd(V.Create(-0.5), magnitude, V.Create(0.5)), magnitude * magnitude);
        V root = V.Sqrt(square);

        // What the rounding of the root lost; the smallest root of a number (1 − |x|)/2 other than 0 is 2^−27.
        V rootError = V.MultiplyAdd(-root, root, square) / V.MaxOrRight(root + root, V.Create(1e-30));
        V s = V.Select(isLarge, root, magnitude);
        low = V.MultiplyAdd(s * square, Polynomial(square), V.Select(isLarge, rootError, V.Zero));
        return s;
    }

    /// <summary>(arcsin s − s)/s³ in z = s²; errors are relative to arcsin s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Polynomial(V z)
    {
        if (typeof(T) == typeof(float))
        {
            // Chebyshev fit of degree 5 on [0, 0.25]; error below 2^−28.35 with the rounded coefficients.
            V p = V.Create(0.033690847);
            p = V.MultiplyAdd(p, z, V.Create(0.017149238));
            p = V.MultiplyAdd(p, z, V.Create(0.031100662));
            p = V.MultiplyAdd(p, z, V.Create(0.044599403));
            p = V.MultiplyAdd(p, z, V.Create(0.07500094));
            p = V.MultiplyAdd(p, z, V.Create(0.16666666));
            return p;
        }
        else
        {
            // Chebyshev fit of degree 12 on [0, 0.25]; error below 2^−57.37 with the rounded coefficients.
            V z2 = z * z;
            V even = V.Create(0.028757851367421566);
            even = V.MultiplyAdd(even, z2, V.Create(0.01740087944269402));
            even = V.MultiplyAdd(even, z2, V.Create(0.01032281435018578));
            even = V.MultiplyAdd(even, z2, V.Create(0.013971212973552933));
            even = V.MultiplyAdd(even, z2, V.Create(0.02237217294214989));
            even = V.MultiplyAdd(even, z2, V.Create(0.04464285714635543));
            even = V.MultiplyAdd(even, z2, V.Create(0.16666666666666669));
            V odd = V.Create(-0.014851887071247204);
            odd = V.MultiplyAdd(odd, z2, V.Create(0.005457506718640358));
            odd = V.MultiplyAdd(odd, z2, V.Create(0.011479177415184906));
            odd = V.MultiplyAdd(odd, z2, V.Create(0.017352392720869973));
            odd = V.MultiplyAdd(odd, z2, V.Create(0.030381944138531247));
            odd = V.MultiplyAdd(odd, z2, V.Create(0.07499999999998433));
            return V.MultiplyAdd(odd, z, even);
        }
    }
}
