using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>max(x, 0): x where it is positive, zero (of either sign, as x has it) below; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Relu(V x) => V.MaxOrRight(V.Zero, x);
}
