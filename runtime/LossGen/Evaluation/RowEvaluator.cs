using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Evaluation;

/// <summary>Evaluates losses over rows. Generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class RowEvaluator
{
    /// <summary>
    /// From this many columns on, columns fill the lanes. Below, the numbers of the row (its maximum, the logarithm of its sum), of which
    /// columns across lanes compute one at a time, cost more than transposing. Measured for softmax cross-entropy, 512 bits.
    /// </summary>
    internal const int LongRow = 256;

    /// <summary>Rows across lanes take no more scratch than this, so that it stays in the cache and fits on any thread's stack.</summary>
    private const int MostScratch = 64 * 1024;

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
        if (!batch.IsToComplete)
            return EvaluateChecked(in kernel, in batch, samples, in loops, longRow);

        using var completed = new CompletedBatch<T>(in batch, samples);
        T value = EvaluateChecked(in kernel, in completed.Batch, samples, in loops, longRow);
        CompletedBatch<T>.ClearIgnoredValues(in batch);
        return value;
    }

    private static T EvaluateChecked<TKernel, T>(in TKernel kernel, scoped ref readonly LossBatch<T> batch, nint samples, in RowLoopSet<T> loops, int longRow)
        where TKernel : struct, IRowKernel<TKernel, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool samplesAcrossLanes = batch.Columns < Math.Max(Math.Min(longRow, ColumnsInScratch(in batch, loops.Lanes)), loops.Lanes);
        LoopSet<T> chosen = samplesAcrossLanes ? loops.Short : loops.Long;
        TKernel pinned = kernel;
        return PinnedBatch.Evaluate(in batch, samples, rows: true, Unsafe.AsPointer(ref pinned), in chosen, SampleChunks.Rows(batch.Columns, samplesAcrossLanes));
    }

    /// <summary>How many columns fit in the scratch. Counts derivatives that are not wanted too, so that the value does not depend on what else is computed.</summary>
    private static int ColumnsInScratch<T>(scoped ref readonly LossBatch<T> batch, int lanes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int arrays = 3 * BitOperations.PopCount((uint)batch.RowPredictions) + BitOperations.PopCount((uint)batch.RowTargets);
        return MostScratch / (Math.Max(arrays, 1) * lanes * sizeof(T));
    }
}
