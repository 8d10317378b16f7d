using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>leg / hypotenuse, and 0 where the hypotenuse is 0: the derivative of <c>Hypot</c> in a leg.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V DirectionCosine(V leg, V hypotenuse) => V.Select(V.Equal(hypotenuse, V.Zero), V.Zero, leg / hypotenuse);
}
