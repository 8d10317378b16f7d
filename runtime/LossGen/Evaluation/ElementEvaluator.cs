using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Evaluation;

/// <summary>Evaluates losses that are applied element by element. Generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ElementEvaluator
{
    /// <summary>
    /// Evaluates a batch: always the reduced value; gradients, Hessians and per-sample values as far as they were added. The value is
    /// summed in double by a fixed pairwise tree, so that it has the same bits for any number of threads. A weighted mean whose weights
    /// are all 0 is 0, and so are its gradients.
    /// </summary>
    /// <typeparam name="TKernel">The mathematics of the loss.</typeparam>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="kernel">The hyperparameters.</param>
    /// <param name="batch">Inputs, and the outputs that are wanted.</param>
    /// <returns>The reduced loss.</returns>
    /// <exception cref="ArgumentException">A span is missing or of the wrong length, outputs overlap other arguments, a weight is negative or not finite, or the batch is empty. Nothing has been written.</exception>
    public static T Evaluate<TKernel, T>(in TKernel kernel, scoped ref LossBatch<T> batch)
        where TKernel : struct, IElementKernel<TKernel, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Evaluate(in kernel, ref batch, in ElementLoops<TKernel, T>.Widest);

    /// <summary>Evaluates a batch with the loops of a chosen width.</summary>
    internal static T Evaluate<TKernel, T>(in TKernel kernel, scoped ref LossBatch<T> batch, in LoopSet<T> loops)
        where TKernel : struct, IElementKernel<TKernel, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint samples = LossBatchChecks.Check(in batch, rows: false);
        TKernel pinned = kernel;
        return PinnedBatch.Evaluate(in batch, samples, rows: false, Unsafe.AsPointer(ref pinned), in loops, SampleChunks.Size);
    }

    /// <summary>The loss of one element.</summary>
    /// <typeparam name="TKernel">The mathematics of the loss.</typeparam>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="kernel">The hyperparameters.</param>
    /// <param name="predictions">One number per prediction, at most eight.</param>
    /// <param name="targets">One number per target, at most eight.</param>
    /// <param name="labels">One integer per label, at most four.</param>
    /// <returns>The loss.</returns>
    public static T Loss<TKernel, T>(in TKernel kernel, ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels)
        where TKernel : struct, IElementKernel<TKernel, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        SingleElement<TKernel, T>.Evaluate(SingleElement<TKernel, T>.Entries.Value, in kernel, predictions, targets, labels, 0);

    /// <summary>∂loss/∂prediction at one element.</summary>
    /// <typeparam name="TKernel">The mathematics of the loss.</typeparam>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="kernel">The hyperparameters.</param>
    /// <param name="predictions">One number per prediction, at most eight.</param>
    /// <param name="targets">One number per target, at most eight.</param>
    /// <param name="labels">One integer per label, at most four.</param>
    /// <param name="prediction">Which prediction to differentiate by, from 0.</param>
    /// <returns>The derivative.</returns>
    public static T Derivative<TKernel, T>(in TKernel kernel, ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels, int prediction)
        where TKernel : struct, IElementKernel<TKernel, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        SingleElement<TKernel, T>.Evaluate(SingleElement<TKernel, T>.Entries.Derivative, in kernel, predictions, targets, labels, prediction);

    /// <summary>∂²loss/∂prediction² at one element.</summary>
    /// <typeparam name="TKernel">The mathematics of the loss.</typeparam>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="kernel">The hyperparameters.</param>
    /// <param name="predictions">One number per prediction, at most eight.</param>
    /// <param name="targets">One number per target, at most eight.</param>
    /// <param name="labels">One integer per label, at most four.</param>
    /// <param name="prediction">Which prediction to differentiate by, from 0.</param>
    /// <returns>The second derivative.</returns>
    public static T SecondDerivative<TKernel, T>(in TKernel kernel, ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels, int prediction)
        where TKernel : struct, IElementKernel<TKernel, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        SingleElement<TKernel, T>.Evaluate(SingleElement<TKernel, T>.Entries.SecondDerivative, in kernel, predictions, targets, labels, prediction);
}
