using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>log(1 − e^x) for x ≤ 0, within 2 ulp at either end; −∞ at 0, NaN above.</summary>
    /// <remarks>The two forms and where they meet: M. Mächler, "Accurately computing log(1 − exp(−|a|))", 2012.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Log1MExp(V x) => OutOfLine<ComplementOfExponential<V, T>, V, T>.Call(x);
}

/// <summary>log(1 − e^x): one reduction of the exponential and one logarithm serve both forms.</summary>
internal readonly struct ComplementOfExponential<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x)
    {
        var one = V.Create(1.0);
        var lower = typeof(T) == typeof(float) ? V.Create(-104.0) : V.Create(-746.0); // from here on e^x is 0
        var r = ExponentialReduction.Reduce<V, T>(V.MaxOrRight(lower, x), out var power);
        var reduced = V.MultiplyAdd(r * r, ExponentialReduction.Quotient<V, T>(r), r);
        var scale = V.ScaleNearOne(one, power);

        // Near 0: the logarithm of 1 − e^x itself, in [0, ½].
        var complement = -V.MultiplyAdd(reduced, scale, scale - one);
        var nearFraction = LogarithmReduction.Reduce<V, T>(complement, out var nearExponent);

        // Far from 0: 1 − e^x is 2^e·(1 + f) with f = −e^x or, above 0.29, f = 1 − 2e^x from the parts of e^x before they are rounded.
        var exponential = V.ScaleNearOne(one + reduced, power);
        var isHalved = V.GreaterThan(exponential, V.Create(0.29));
        var twice = scale + scale;
        var farExponent = V.Select(isHalved, -one, V.Zero);
        var farFraction = V.Select(isHalved, V.MultiplyAdd(-twice, reduced, one - twice), -exponential);

        var isNear = V.GreaterThan(x, V.Create(-LogarithmOfTwo.Rounded));
        var f = V.Select(isNear, nearFraction, farFraction);
        var exponent = V.Select(isNear, nearExponent, farExponent);
        var result = LogarithmReduction.Combine<V, T>(exponent, f, LogarithmReduction.Tail<V, T>(f));
        result = V.Or(result, V.Create(-0.0)); // a result that underflows is −0
        var atLeastZero = V.Select(V.Equal(x, V.Zero), V.Create(double.NegativeInfinity), V.Create(double.NaN));
        return V.Select(V.LessThan(x, V.Zero), result, atLeastZero);
    }
}
