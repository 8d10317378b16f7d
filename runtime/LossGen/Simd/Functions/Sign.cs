using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>The sign bit of every lane, for functions computed on the magnitude.</summary>
internal static class Sign<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>The sign bit alone: +0 or −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of(V value) => V.And(value, -V.Zero);

    /// <summary>Condition: the sign bit is set, of −0 too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V IsSet(V value) => V.LessThan(V.Or(Of(value), V.Create(1.0)), V.Zero);
}
