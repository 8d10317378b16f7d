using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>e^x, within 1.1 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Exp(V x)
    {
        // Beyond these bounds every result is +∞ or 0; within them the power of two fits ScaleNearOne.
        var upper = typeof(T) == typeof(float) ? V.Create(89.0) : V.Create(710.0);
        var lower = typeof(T) == typeof(float) ? V.Create(-104.0) : V.Create(-746.0);
        var bounded = V.MinOrRight(upper, V.MaxOrRight(lower, x));
        var remainder = ExponentialReduction.Reduce<V, T>(bounded, out var power);
        return V.ScaleNearOne(ExponentialReduction.OfReduced<V, T>(remainder), power);
    }
}
