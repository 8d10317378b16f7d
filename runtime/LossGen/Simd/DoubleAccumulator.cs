using System.Runtime.CompilerServices;

namespace LossGen.Simd;

/// <summary>
/// A sum of many vectors, kept in double whatever the element type: one or two vectors' worth of independent double sums,
/// which <see cref="Total"/> adds in a fixed pairwise order.
/// </summary>
/// <remarks>
/// As a local variable of a loop it lives in registers. The result depends on the order and grouping of the calls and on the width
/// of <typeparamref name="V"/>, and on nothing else. Widening float is the dearer part of an addition: a hot loop adds a few
/// neighbours in float first and hands over their sum, as the loop over elements does.
/// </remarks>
/// <typeparam name="V">The vector type.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
public struct DoubleAccumulator<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    private V _low;
    private V _high;

    /// <summary>Adds every lane to its sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(V value) => V.Accumulate(ref _low, ref _high, value);

    /// <summary>The sum of all lanes added so far.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double Total() => V.Total(_low, _high);
}
