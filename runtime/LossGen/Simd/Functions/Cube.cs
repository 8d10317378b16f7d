using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>x³, within 1 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Cube(V x) => x * x * x;
}
