using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>
/// Running extremes of a row: NaN once NaN has been seen, as <c>V.Max</c> and <c>V.Min</c>, but without their order of the two zeros. That leaves
/// two short instructions between one accumulator and the next, where the exact functions have three long ones.
/// </summary>
internal static class RowExtremes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Max<V, T>(V accumulator, V candidate)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        V.Select(V.NotEqual(candidate, candidate), candidate, V.MaxOrRight(candidate, accumulator));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Min<V, T>(V accumulator, V candidate)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        V.Select(V.NotEqual(candidate, candidate), candidate, V.MinOrRight(candidate, accumulator));
}
