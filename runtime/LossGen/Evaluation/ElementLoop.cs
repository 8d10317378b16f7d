using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>The loop over the samples of a loss that is applied element by element.</summary>
internal static unsafe class ElementLoop<TKernel, T, V, TOrder, TWeighting>
    where TKernel : struct, IElementKernel<TKernel, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ISimdVector<V, T>
    where TOrder : struct, IOrder
    where TWeighting : struct, IWeighting<TWeighting, V, T>
{
    /// <summary>Evaluates samples chunk by chunk.</summary>
    /// <param name="context">The <see cref="EvaluationCall{T}"/>.</param>
    /// <param name="first">The first sample, at the start of a chunk.</param>
    /// <param name="end">The sample behind the last, at the end of a chunk or of the batch.</param>
    /// <returns>The pairwise sum of the chunks' weighted losses.</returns>
    internal static double Run(void* context, nint first, nint end)
    {
        var call = (EvaluationCall<T>*)context;
        nint endOfVectors = end - end % V.Count;
        var sum = new PairwiseSum();
        for (; first < endOfVectors; first += SampleChunks.Size)
            sum.Add(RunVectors(call, first, Math.Min(first + SampleChunks.Size, endOfVectors)));
        if (endOfVectors < end)
            sum.Add(RunTail(call, endOfVectors, (int)(end - endOfVectors)));
        return sum.Total();
    }

    /// <summary>The loop itself, whole vectors only.</summary>
    /// <remarks>
    /// Compiled for itself and at once: inlined into its caller by profile-guided devirtualisation it ran two to three times slower,
    /// and without full optimisation the first seconds run in slow tiers.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double RunVectors(EvaluationCall<T>* call, nint first, nint end)
    {
        TKernel kernel = Unsafe.Read<TKernel>(call->Kernel);
        T** predictions = (T**)&call->Predictions;
        T** targets = (T**)&call->Targets;
        int** labels = (int**)&call->Labels;
        T** gradients = (T**)&call->Gradients;
        T** hessians = (T**)&call->Hessians;
        T* weights = call->Weights;
        T* values = call->Values;
        V scale = V.Create(call->Scale);
        var sum = new DoubleAccumulator<V, T>();
        for (nint i = first; i < end; i += V.Count)
        {
            TWeighting weighting = TWeighting.OfSamples(weights, i, scale);
            var at = new ElementInputs<V, T>(predictions, targets, labels, i);
            var sink = new SampleSink<V, T, TWeighting>(gradients, hessians, i, weighting);
            V loss = TOrder.Elements<TKernel, T, V, SampleSink<V, T, TWeighting>>(in kernel, in at, ref sink);
            if (values != null)
                V.Store(loss, values + i);
            sum.Add(weighting.Loss(loss));
        }

        return sum.Total();
    }

    /// <summary>The samples behind the last whole vector: the same loop over a copy that is padded to one vector.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static double RunTail(EvaluationCall<T>* call, nint first, int count)
    {
        byte* scratch = stackalloc byte[PaddedCall.ScratchSize(call, V.Count)];
        EvaluationCall<T> padded;
        PaddedCall.Fill(&padded, call, first, count, V.Count, scratch);
        RunVectors(&padded, 0, V.Count);
        PaddedCall.CopyOutputs(&padded, call, first, count);
        return PaddedCall.SumLosses<T, V, TWeighting>(&padded, count);
    }
}
