using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>The loop over the samples of a loss over short rows: samples across the lanes.</summary>
internal static unsafe class ShortRowLoop<TKernel, T, V, TOrder, TWeighting>
    where TKernel : struct, IRowKernel<TKernel, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ISimdVector<V, T>
    where TOrder : struct, IEvaluationOrder
    where TWeighting : struct, IWeighting<TWeighting, V, T>
{
    /// <summary>Evaluates samples chunk by chunk.</summary>
    /// <param name="context">The <see cref="EvaluationCall{T}"/>.</param>
    /// <param name="first">The first sample, at the start of a chunk.</param>
    /// <param name="end">The sample behind the last, at the end of a chunk or of the batch.</param>
    /// <returns>The pairwise sum of the chunks' weighted losses.</returns>
    [SkipLocalsInit]
    internal static double Run(void* context, nint first, nint end)
    {
        var call = (EvaluationCall<T>*)context;
        byte* scratch = stackalloc byte[TransposedCall.ScratchSize(call, V.Count)];
        EvaluationCall<T> transposed;
        TransposedCall.Prepare(&transposed, call, V.Count, scratch);

        nint chunk = SampleChunks.Rows(call->Columns, samplesAcrossLanes: true);
        nint endOfBlocks = end - end % V.Count;
        var sum = new PairwiseSum();
        for (; first < endOfBlocks; first += chunk)
            sum.Add(RunBlocks(&transposed, call, first, Math.Min(first + chunk, endOfBlocks)));
        if (endOfBlocks < end)
            sum.Add(RunTail(scratch, call, endOfBlocks, (int)(end - endOfBlocks)));
        return sum.Total();
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private static double RunBlocks(EvaluationCall<T>* transposed, EvaluationCall<T>* call, nint first, nint end)
    {
        TKernel kernel = Unsafe.Read<TKernel>(call->Kernel);
        T* values = call->Values;
        V scale = V.Create(call->Scale);
        var sum = new DoubleAccumulator<V, T>();
        for (nint i = first; i < end; i += V.Count)
        {
            TransposedCall.Load(transposed, call, i, V.Count);
            TWeighting weighting = TWeighting.OfSamples(call->Weights, i, scale);
            var rows = new SampleLaneRows<V, T, TWeighting>(transposed, i, weighting);
            V loss = TKernel.Evaluate<V, TOrder, SampleLaneRows<V, T, TWeighting>>(in kernel, default, ref rows);
            if (values != null)
                V.Store(loss, values + i);
            sum.Add(weighting.Loss(loss));
            TransposedCall.StoreOutputs(transposed, call, i, V.Count);
        }

        return sum.Total();
    }

    /// <summary>The samples behind the last whole block: the same loop over a copy that is padded to one block.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static double RunTail(byte* transposedScratch, EvaluationCall<T>* call, nint first, int count)
    {
        byte* scratch = stackalloc byte[PaddedCall.ScratchSize(call, V.Count)];
        EvaluationCall<T> padded;
        EvaluationCall<T> transposed;
        PaddedCall.Fill(&padded, call, first, count, V.Count, scratch);
        TransposedCall.Prepare(&transposed, &padded, V.Count, transposedScratch);
        RunBlocks(&transposed, &padded, 0, V.Count);
        PaddedCall.CopyOutputs(&padded, call, first, count);
        return PaddedCall.SumLosses<T, V, TWeighting>(&padded, count);
    }
}
