using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The natural logarithm, within 1 ulp; −∞ at ±0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Log(V x)
    {
        var f = LogarithmReduction.Reduce<V, T>(x, out var exponent);
        var result = LogarithmReduction.Combine<V, T>(exponent, f, LogarithmReduction.Tail<V, T>(f));
        return LogarithmReduction.WithSpecialValues<V, T>(result, x);
    }
}
