using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>x·log(1 + y), within 2 ulp; 0 where x is 0, whatever number y is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V XLogP1Y(V x, V y)
    {
        var result = LogarithmReduction.OfOnePlus<V, T>(y, out var error);
        var logarithm = V.CopySign(LogarithmReduction.WithSpecialValues<V, T>(result, V.Create(1.0) + y), y);
        return LogarithmReduction.Weighted<V, T>(x, y, logarithm, error);
    }
}
