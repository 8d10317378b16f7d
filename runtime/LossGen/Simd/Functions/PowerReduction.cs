using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>
/// The logarithm to base 2 as an unevaluated sum of two numbers, and the power of two of a multiple of it: what x^y needs, because the
/// exponential turns an absolute error of y·log₂ x into a relative one.
/// </summary>
internal static class PowerReduction
{
    /// <summary>log₂ x for positive finite x, as the returned number plus <paramref name="correction"/>; relative error about 2^-36 for float and 2^-65 for double.</summary>
    /// <remarks>
    /// With s = f / (2 + f): log(1 + f) = s·(2 + s²·(⅔ + s²·Q(s²))). Everything up to the ⅔ is carried in pairs; s²·Q is below 2^-6 of it.
    /// Q is minimax; relative error of the logarithm 2^-36.8 for float and 2^-73.5 for double.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Base2<V, T>(V x, out V correction)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        var f = LogarithmReduction.Reduce<V, T>(x, out var exponent);

        // s = f / (2 + f)
        var divisor = f + 2.0;
        var divisorLow = f - (divisor + -2.0);
        var reciprocal = V.Create(1.0) / divisor;
        var s = f * reciprocal;
        var remainder = V.MultiplyAdd(-s, divisorLow, V.MultiplyAdd(-s, divisor, f));
        var sLow = remainder * reciprocal;

        // z = s²
        var z = s * s;
        var zLow = V.MultiplyAdd(s + s, sLow, V.MultiplyAdd(s, s, -z));

        // u = ⅔ + z·Q(z)
        var twoThirds = V.Create(2.0 / 3);
        var twoThirdsLow = typeof(T) == typeof(float) ? -1.9868214925130207e-8 : 3.700743415417188e-17;
        var small = z * Q<V, T>(z);
        var u = twoThirds + small;
        var uLow = (twoThirds - u) + small + twoThirdsLow;

        // w = 2 + z·u
        var product = z * u;
        var productLow = V.MultiplyAdd(z, uLow, V.MultiplyAdd(zLow, u, V.MultiplyAdd(z, u, -product)));
        var w = product + 2.0;
        var wLow = (V.Create(2.0) - w) + product + productLow;

        // log(1 + f) = s·w, then to base 2
        var natural = s * w;
        var naturalLow = V.MultiplyAdd(s, wLow, V.MultiplyAdd(sLow, w, V.MultiplyAdd(s, w, -natural)));
        const double Factor = 1.4426950408889634; // log₂ e
        var factorLow = typeof(T) == typeof(float) ? 1.9259629911266175e-8 : 2.0355273740931033e-17;
        var fraction = natural * Factor;
        var fractionLow = V.MultiplyAdd(natural, factorLow, V.MultiplyAdd(naturalLow, Factor, V.MultiplyAdd(natural, Factor, -fraction)));

        var result = exponent + fraction;
        correction = fraction - (result - exponent) + fractionLow;
        return result;
    }

    /// <summary>2^(y·(logarithm + correction)), for finite arguments; overflow gives +∞ and underflow the right subnormal or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V PowerOfTwo<V, T>(V y, V logarithm, V correction)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        // Beyond these bounds every result is +∞ or 0, and the low part, perhaps meaningless, does not matter.
        var upper = typeof(T) == typeof(float) ? V.Create(130.0) : V.Create(1026.0);
        var lower = typeof(T) == typeof(float) ? V.Create(-152.0) : V.Create(-1077.0);
        var product = y * logarithm;
        var bounded = V.MinOrRight(upper, V.MaxOrRight(lower, product));
        var low = V.MultiplyAdd(y, correction, V.MultiplyAdd(y, logarithm, -product));
        low = V.Select(V.Equal(bounded, product), low, V.Zero);

        var power = V.Round(bounded);
        var fraction = (bounded - power) + low;
        var r = fraction * LogarithmOfTwo.Rounded;
        var rLow = V.MultiplyAdd(fraction, LogarithmOfTwo.Rounded, -r);
        rLow = V.MultiplyAdd(fraction, LogarithmOfTwo.Correction<T>(), rLow);
        var tail = V.MultiplyAdd(r * r, ExponentialReduction.Quotient<V, T>(r), rLow);
        return V.ScaleNearOne((r + tail) + 1.0, power);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Q<V, T>(V z)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        V p;
        if (typeof(T) == typeof(float))
        {
            p = V.MultiplyAdd(z, 0.23419645, 0.2854709);
            return V.MultiplyAdd(p, z, 0.40000153);
        }

        p = V.MultiplyAdd(z, 0.11981730802279604, 0.11675783065019399);
        p = V.MultiplyAdd(p, z, 0.13336264403330408);
        p = V.MultiplyAdd(p, z, 0.15384558430431525);
        p = V.MultiplyAdd(p, z, 0.18181818843974804);
        p = V.MultiplyAdd(p, z, 0.22222222217789805);
        p = V.MultiplyAdd(p, z, 0.2857142857144384);
        return V.MultiplyAdd(p, z, 0.3999999999999998);
    }
}
