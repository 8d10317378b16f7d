using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>2^x, within 1.1 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Exp2(V x)
    {
        // Beyond these bounds every result is +∞ or 0; within them the power of two fits ScaleNearOne.
        var upper = typeof(T) == typeof(float) ? V.Create(129.0) : V.Create(1025.0);
        var lower = typeof(T) == typeof(float) ? V.Create(-151.0) : V.Create(-1076.0);
        var bounded = V.MinOrRight(upper, V.MaxOrRight(lower, x));
        var power = V.Round(bounded);
        var remainder = (bounded - power) * LogarithmOfTwo.Rounded;
        return V.ScaleNearOne(ExponentialReduction.OfReduced<V, T>(remainder), power);
    }
}
