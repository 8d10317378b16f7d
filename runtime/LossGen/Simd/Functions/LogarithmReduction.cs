using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>The parts that all logarithms share: <c>x = 2^e·(1 + f)</c> with 1 + f in [√½, √2], and <c>log(1 + f) = f + tail</c>.</summary>
internal static class LogarithmReduction
{
    /// <summary>The fraction f, exactly, for positive finite x; <paramref name="exponent"/> is e.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Reduce<V, T>(V x, out V exponent)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        var mantissa = V.Mantissa(x);
        var isUpper = V.GreaterThan(mantissa, V.Create(1.4142135623730951));
        exponent = V.Exponent(x);
        exponent = V.Select(isUpper, exponent + 1.0, exponent);
        return V.Select(isUpper, mantissa * 0.5, mantissa) + -1.0;
    }

    /// <summary>
    /// log(1 + f) − f for f in [−0.293, 0.5], with an error below 0.2 ulp of log(1 + f) and twice its own rounding.
    /// </summary>
    /// <remarks>
    /// Float, f ≤ 0.4143: −½f² + f³·P(f), minimax, relative error of the logarithm 2^-26.2. Double: with s = f / (2 + f), the odd series
    /// 2·artanh(s) arranged as in fdlibm's <c>e_log.c</c> (Sun Microsystems, 1993); minimax in s², error 2^-62.6 up to f = ½.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Tail<V, T>(V f)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        var square = f * f;
        if (typeof(T) == typeof(float))
        {
            var fourth = square * square;
            var q0 = V.MultiplyAdd(f, -0.25000823, 0.3333333);
            var q2 = V.MultiplyAdd(f, -0.16623363, 0.20001264);
            var q4 = V.MultiplyAdd(f, -0.13155505, 0.14200749);
            var q6 = V.MultiplyAdd(f, -0.07653596, 0.12762631);
            q0 = V.MultiplyAdd(q2, square, q0);
            q4 = V.MultiplyAdd(q6, square, q4);
            q0 = V.MultiplyAdd(q4, fourth, q0);
            return square * V.MultiplyAdd(q0, f, -0.5);
        }

        var s = f / (f + 2.0);
        var z = s * s;
        var w = z * z;
        var p0 = V.MultiplyAdd(z, 0.4000000000005664, 0.666666666666666);
        var p2 = V.MultiplyAdd(z, 0.22222224294626772, 0.2857142855584167);
        var p4 = V.MultiplyAdd(z, 0.15391107571811233, 0.181816659997537);
        var p6 = V.MultiplyAdd(z, 0.13842493545711276, 0.13173676880167182);
        p0 = V.MultiplyAdd(p2, w, p0);
        p4 = V.MultiplyAdd(p6, w, p4);
        var series = z * V.MultiplyAdd(p4, w * w, p0);

        // log(1 + f) = 2s + s·series and 2s = f − s·f, s·f = ½f² − ½s·f²: the large parts are exact, the rest is small.
        var half = square * 0.5;
        return V.MultiplyAdd(s, half + series, -half);
    }

    /// <summary>e·ln 2 + f + tail.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Combine<V, T>(V exponent, V f, V tail)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged =>
        V.MultiplyAdd(exponent, LogarithmOfTwo.Rounded, f + V.MultiplyAdd(exponent, LogarithmOfTwo.Correction<T>(), tail));

    /// <summary>What the rounding of <see cref="Combine{V, T}"/>, which gave <paramref name="result"/>, left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V CombinationError<V, T>(V exponent, V f, V tail, V result)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        var small = V.MultiplyAdd(exponent, LogarithmOfTwo.Correction<T>(), tail);
        var fraction = f + small;
        return (f - fraction) + small + (V.MultiplyAdd(exponent, LogarithmOfTwo.Rounded, -result) + fraction);
    }

    /// <summary>The fraction f of 1 + x, for finite x above −1; <paramref name="exponent"/> is e.</summary>
    /// <remarks>The exponent is that of the rounded sum, the fraction (1 + x)/2^e − 1 comes from x itself, with one rounding.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V ReduceOnePlus<V, T>(V x, out V exponent)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        _ = Reduce<V, T>(x + 1.0, out exponent);
        var scale = V.ScaleNearOne(V.Create(1.0), -exponent);
        return V.MultiplyAdd(x, scale, scale + -1.0);
    }

    /// <summary>x·(logarithm + error), or 0 where x is 0 and <paramref name="y"/> a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Weighted<V, T>(V x, V y, V logarithm, V error)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        // Where the product is infinite or NaN, the error is meaningless; where it is 0, it would spoil the sign.
        var product = x * logarithm;
        var isOrdinary = V.And(V.IsFinite(product), V.NotEqual(product, V.Zero));
        product = V.Select(isOrdinary, V.MultiplyAdd(x, logarithm, x * error), product);
        return V.Select(V.And(V.Equal(x, V.Zero), V.Equal(y, y)), V.Zero, product);
    }

    /// <summary>The result, except that the logarithm of ±0 is −∞, of a negative number NaN, of +∞ +∞ and of NaN NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V WithSpecialValues<V, T>(V result, V x)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        result = V.Select(V.LessThan(x, V.Create(double.PositiveInfinity)), result, x);
        var atMostZero = V.Select(V.Equal(x, V.Zero), V.Create(double.NegativeInfinity), V.Create(double.NaN));
        return V.Select(V.GreaterThan(x, V.Zero), result, atMostZero);
    }
}
