using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The number of [<paramref name="minimum"/>, <paramref name="maximum"/>] nearest to <paramref name="x"/>; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Clamp(V x, V minimum, V maximum) => V.MinOrRight(maximum, V.MaxOrRight(minimum, x));
}
