using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>e^x for x ≤ 0 (or NaN), within 1.2 ulp: cheaper than <see cref="Exp"/>, because nothing can overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V ExpOfNonPositive(V x)
    {
        var lower = typeof(T) == typeof(float) ? V.Create(-104.0) : V.Create(-746.0); // from here on 0
        x = V.MaxOrRight(lower, x);
        if (TabledExponential.IsSupported<V>())
            return TabledExponential.OfNonPositive<V, T>(x);
        var remainder = ExponentialReduction.Reduce<V, T>(x, out var power);
        return V.ScaleNearOne(ExponentialReduction.OfReduced<V, T>(remainder), power);
    }
}
