using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Evaluation;

/// <summary>Evaluates losses over rows. Generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class RowEvaluator
{
    /// <summary>
    /// From this many columns on, columns fill the lanes. Below, a row leaves lanes of its last vector empty and adds lanes
    /// together too often, which costs more than transposing.
    /// </summary>
    internal const int LongRow = 32;

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
    /// <exception cref="ArgumentException">
    /// A span is missing or of the wrong length, a row too short, a label out of range, outputs overlap other arguments, a weight is
    /// negative or not finite, or the batch is empty. Nothing has been written.
    /// </exception>
    public static T Evaluate<TKernel, T>(in TKernel kernel, scoped ref LossBatch<T> batch)
        where TKernel : struct, IRowKernel<TKernel, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Evaluate(in kernel, ref batch, in RowLoops<TKernel, T>.Widest, LongRow);

    /// <summary>Evaluates a batch with the loops of a chosen width.</summary>
    internal static T Evaluate<TKernel, T>(in TKernel kernel, scoped ref LossBatch<T> batch, in RowLoopSet<T> loops, int longRow)
        where TKernel : struct, IRowKernel<TKernel, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint samples = LossBatchChecks.Check(in batch, rows: true);
        bool samplesAcrossLanes = batch.Columns < Math.Max(longRow, loops.Lanes);
        LoopSet<T> chosen = samplesAcrossLanes ? loops.Short : loops.Long;
        TKernel pinned = kernel;
        return PinnedBatch.Evaluate(in batch, samples, rows: true, Unsafe.AsPointer(ref pinned), in chosen, SampleChunks.Rows(batch.Columns, samplesAcrossLanes));
    }
}
