using System.ComponentModel;
using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>What a kernel sees of <c>V.Count</c> neighbouring samples: one vector for each prediction, target and label.</summary>
/// <typeparam name="V">The vector type.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct ElementInputs<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    private readonly T** _predictions;
    private readonly T** _targets;
    private readonly int** _labels;
    private readonly nint _first;
    private readonly StageResults<V, T> _stage;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ElementInputs(T** predictions, T** targets, int** labels, nint first, StageResults<V, T> stage = default)
    {
        _predictions = predictions;
        _targets = targets;
        _labels = labels;
        _first = first;
        _stage = stage;
    }

    /// <summary>The prediction with the given position among the predictions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Prediction(int position) => V.Load(_predictions[position] + _first);

    /// <summary>The target with the given position among the targets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Target(int position) => V.Load(_targets[position] + _first);

    /// <summary>The result of the kernel's first stage with the given position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V FirstStage(int position) => _stage.Result(position);

    /// <summary>The integer label with the given position among the labels, as numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Label(int position) => V.LoadIntegers(_labels[position] + _first);
}
