using System.ComponentModel;
using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>
/// Where the first stage of a kernel leaves its results: a vector for each of them and each of the neighbouring vectors of samples
/// that a loop takes together.
/// </summary>
/// <typeparam name="V">The vector type.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct StageResults<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>
    /// The number of neighbouring vectors: enough for the processor to overlap the chains of dependent operations of a stage, few enough to
    /// keep the results in the first-level cache. With 8 a focal loss took two thirds of its time in one stage.
    /// </summary>
    internal const int Vectors = 8;

    /// <summary>The largest number of results of a kernel.</summary>
    internal const int Capacity = 4;

    private readonly T* _first;

    internal StageResults(T* first) => _first = first;

    /// <summary>Bytes that hold all results, with room to align them to <see cref="Alignment"/>.</summary>
    internal static int Bytes => (Capacity * Vectors * V.Count * sizeof(T)) + Alignment;

    /// <summary>A vector of 512 bits, and a cache line: no result straddles two.</summary>
    private static int Alignment => 64;

    /// <summary>The results in a buffer of <see cref="Bytes"/>.</summary>
    internal static StageResults<V, T> In(byte* buffer) => new((T*)(((nint)buffer + Alignment - 1) & -Alignment));

    /// <summary>Keeps the result with the given position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Keep(int position, V result) => V.Store(result, _first + (position * Vectors * V.Count));

    /// <summary>The result with the given position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal V Result(int position) => V.Load(_first + (position * Vectors * V.Count));

    /// <summary>The results of a later vector of samples.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal StageResults<V, T> At(nint sample) => new(_first + sample);
}
