using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>Condition: neither infinite nor NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V IsFinite(V x) => V.LessThan(V.Abs(x), V.Create(double.PositiveInfinity));
}
