using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>log(1 + x), within 1.5 ulp, also relative to a small result; −∞ at −1, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogP1(V x)
    {
        var result = LogarithmReduction.OfOnePlus<V, T>(x, out _);
        return V.CopySign(LogarithmReduction.WithSpecialValues<V, T>(result, V.Create(1.0) + x), x);
    }
}
