using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>
/// What sine, cosine and tangent share: the reduction of an angle to r in ±0.8 around the nearest multiple of π/2, and the
/// sine and cosine of r. Both r and the results are unevaluated sums high + low, good to well below half an ulp of the sum.
/// </summary>
internal static class QuarterTurn<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>
    /// The largest magnitude <see cref="Reduce"/> takes: 2^17 (float), 2^30 (double). Up to there the first step of the
    /// reduction is exact, the quotient is off by less than 0.01, and the three-part π/2 is good for every argument.
    /// </summary>
    public static V Limit
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Create(typeof(T) == typeof(float) ? 131072.0 : 1073741824.0);
    }

    /// <summary>π, rounded.</summary>
    public static V Pi
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Create(typeof(T) == typeof(float) ? 3.1415927410125732 : 3.141592653589793);
    }

    /// <summary>π less <see cref="Pi"/>, rounded.</summary>
    public static V PiLow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Create(typeof(T) == typeof(float) ? -8.742277657347586e-08 : 1.2246467991473532e-16);
    }

    /// <summary>
    /// Subtracts the nearest multiple of π/2 from <paramref name="magnitude"/> (not negative), as Cody and Waite do, with
    /// π/2 in three parts, each π/2 less the former parts, rounded to nearest.
    /// </summary>
    /// <param name="magnitude">The angle in radians.</param>
    /// <param name="low">The low part of the reduced angle.</param>
    /// <param name="quarter">The multiple modulo 4.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Reduce(V magnitude, out V low, out V quarter)
    {
        V first = V.Create(typeof(T) == typeof(float) ? 1.5707963705062866 : 1.5707963267948966);
        V second = V.Create(typeof(T) == typeof(float) ? -4.371138828673793e-08 : 6.123233995736766e-17);
        V third = V.Create(typeof(T) == typeof(float) ? -1.7151245100058819e-15 : -1.4973849048591698e-33);

        V multiple = V.Round(magnitude * V.Create(0.6366197723675814));
        quarter = V.MultiplyAdd(V.Create(-4.0), V.Floor(multiple * V.Create(0.25)), multiple);

        V remainder = V.MultiplyAdd(-multiple, first, magnitude);
        V product = ErrorFree<V, T>.Product(multiple, second, out V productError);
        V high = ErrorFree<V, T>.Sum(remainder, -product, out low);
        low = V.MultiplyAdd(-multiple, third, low - productError);
        return ErrorFree<V, T>.SumOrdered(high, low, out low);
    }

    /// <summary>sin(r + rLow); the high part is r itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sine(V r, V rLow, V square, out V low)
    {
        V slope = V.MultiplyAdd(V.Create(-0.5), square, V.Create(1.0));
        low = V.MultiplyAdd(square * r, SinePolynomial(square), rLow * slope);
        return r;
    }

    /// <summary>cos(r + rLow); the high part is 1 − r²/2, rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cosine(V r, V rLow, V square, out V low)
    {
        V half = V.Create(0.5) * square;
        V squareError = V.MultiplyAdd(r, r, -square);
        V high = ErrorFree<V, T>.SumOrdered(V.Create(1.0), -half, out V roundingError);
        V tail = V.MultiplyAdd(V.Create(-0.5), squareError, V.MultiplyAdd(-r, rLow, roundingError));
        low = V.MultiplyAdd(square * square, CosinePolynomial(square), tail);
        return high;
    }

    /// <summary>
    /// The magnitudes of sin(π f), as an unevaluated sum, and of cos(π f) for |f| ≤ 1/2, within 1 ulp at their zeros too: beyond
    /// 1/4 they are the cosine and the sine of π(1/2 − |f|), a difference without rounding.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SineOfPi(V fraction, out V sineLow, out V cosine)
    {
        V magnitude = V.Abs(fraction);
        V isFar = V.GreaterThan(magnitude, V.Create(0.25));
        V near = V.Select(isFar, V.Create(0.5) - magnitude, magnitude);
        V r = ErrorFree<V, T>.Product(near, Pi, out V rLow);
        rLow = V.MultiplyAdd(near, PiLow, rLow);
        V square = r * r;
        V nearSine = Sine(r, rLow, square, out V nearSineLow);
        V nearCosine = Cosine(r, rLow, square, out V nearCosineLow);
        cosine = V.Select(isFar, nearSine + nearSineLow, nearCosine + nearCosineLow);
        return ErrorFree<V, T>.SumOrdered(V.Select(isFar, nearCosine, nearSine), V.Select(isFar, nearCosineLow, nearSineLow), out sineLow);
    }

    /// <summary>(sin r − r)/r³ in z = r²; errors are relative to sin r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SinePolynomial(V z)
    {
        if (typeof(T) == typeof(float))
        {
            // Chebyshev fit of degree 3 on [0, 0.65]; error below 2^−28.26 with the rounded coefficients.
            V p = V.Create(2.72335e-06);
            p = V.MultiplyAdd(p, z, V.Create(-0.00019839956));
            p = V.MultiplyAdd(p, z, V.Create(0.008333332));
            p = V.MultiplyAdd(p, z, V.Create(-0.16666667));
            return p;
        }
        else
        {
            // Chebyshev fit of degree 6 on [0, 0.65]; error below 2^−57.14 with the rounded coefficients.
            V z2 = z * z;
            V even = V.Create(-7.583460730932482e-13);
            even = V.MultiplyAdd(even, z2, V.Create(-2.5052105867120928e-08));
            even = V.MultiplyAdd(even, z2, V.Create(-0.00019841269841263637));
            even = V.MultiplyAdd(even, z2, V.Create(-0.16666666666666666));
            V odd = V.Create(1.6058475241471918e-10);
            odd = V.MultiplyAdd(odd, z2, V.Create(2.755731921825871e-06));
            odd = V.MultiplyAdd(odd, z2, V.Create(0.008333333333333331));
            return V.MultiplyAdd(odd, z, even);
        }
    }

    /// <summary>(cos r − 1 + r²/2)/r⁴ in z = r²; errors are relative to cos r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V CosinePolynomial(V z)
    {
        if (typeof(T) == typeof(float))
        {
            // Chebyshev fit of degree 2 on [0, 0.65]; error below 2^−29.48 with the rounded coefficients.
            V p = V.Create(2.4534387e-05);
            p = V.MultiplyAdd(p, z, V.Create(-0.0013888238));
            p = V.MultiplyAdd(p, z, V.Create(0.041666664));
            return p;
        }
        else
        {
            // Chebyshev fit of degree 5 on [0, 0.65]; error below 2^−59.35 with the rounded coefficients.
            V p = V.Create(-1.1377916032287982e-11);
            p = V.MultiplyAdd(p, z, V.Create(2.0876079046308e-09));
            p = V.MultiplyAdd(p, z, V.Create(-2.755731694045189e-07));
            p = V.MultiplyAdd(p, z, V.Create(2.480158729810958e-05));
            p = V.MultiplyAdd(p, z, V.Create(-0.001388888888888695));
            p = V.MultiplyAdd(p, z, V.Create(0.041666666666666664));
            return p;
        }
    }
}
