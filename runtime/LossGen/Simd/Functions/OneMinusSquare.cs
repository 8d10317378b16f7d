using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>1 − x², correctly rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V OneMinusSquare(V x) => V.MultiplyAdd(-x, x, V.Create(1.0));
}
