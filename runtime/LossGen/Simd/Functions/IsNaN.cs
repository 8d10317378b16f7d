using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>Condition: not a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V IsNaN(V x) => V.NotEqual(x, x);
}
