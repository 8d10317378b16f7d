using System.Runtime.InteropServices;

namespace LossGen.Evaluation;

/// <content>What a batch holds, for a loss that is written by hand. Generated losses read it through an evaluator.</content>
public ref partial struct LossBatch<T>
{
    /// <summary>A prediction, by its position in the signature; empty if it was not added.</summary>
    /// <param name="position">The position, from 0.</param>
    public readonly ReadOnlySpan<T> Prediction(int position) => Predictions[position];

    /// <summary>A target, by its position in the signature; empty if it was not added.</summary>
    /// <param name="position">The position, from 0.</param>
    public readonly ReadOnlySpan<T> Target(int position) => Targets[position];

    /// <summary>Labels, by their position in the signature; empty if they were not added.</summary>
    /// <param name="position">The position, from 0.</param>
    public readonly ReadOnlySpan<int> LabelsAt(int position) => Labels[position];

    /// <summary>Where the gradient with respect to a prediction goes; empty if it is not wanted.</summary>
    /// <param name="position">The prediction's position, from 0.</param>
    public readonly Span<T> Gradient(int position) => Writable(Gradients[position]);

    /// <summary>Where the Hessian's diagonal with respect to a prediction goes; empty if it is not wanted.</summary>
    /// <param name="position">The prediction's position, from 0.</param>
    public readonly Span<T> Hessian(int position) => Writable(Hessians[position]);

    internal readonly Span<T> WritableValues => Writable(Values);

    // Outputs were added as writable spans; the slots that hold them are shared with inputs, which are not.
    private static Span<T> Writable(ReadOnlySpan<T> output) => MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(output), output.Length);
}
