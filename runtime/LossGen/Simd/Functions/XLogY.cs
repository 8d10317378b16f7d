using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>x·log(y), within 2 ulp; 0 where x is 0, whatever number y is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V XLogY(V x, V y)
    {
        var f = LogarithmReduction.Reduce<V, T>(y, out var exponent);
        var tail = LogarithmReduction.Tail<V, T>(f);
        var result = LogarithmReduction.Combine<V, T>(exponent, f, tail);
        var error = LogarithmReduction.CombinationError<V, T>(exponent, f, tail, result);
        var logarithm = LogarithmReduction.WithSpecialValues<V, T>(result, y);
        return LogarithmReduction.Weighted<V, T>(x, y, logarithm, error);
    }
}
