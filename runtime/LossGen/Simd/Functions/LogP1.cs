using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>log(1 + x), within 1.5 ulp, also relative to a small result; −∞ at −1, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogP1(V x)
    {
        var f = LogarithmReduction.ReduceOnePlus<V, T>(x, out var exponent);
        var result = LogarithmReduction.Combine<V, T>(exponent, f, LogarithmReduction.Tail<V, T>(f));
        return V.CopySign(LogarithmReduction.WithSpecialValues<V, T>(result, x + 1.0), x);
    }
}
