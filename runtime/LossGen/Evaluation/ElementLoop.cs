using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>The loop over the samples of a loss that is applied element by element.</summary>
internal static unsafe class ElementLoop<TKernel, T, V, TSink, TWeighting>
    where TKernel : struct, IElementKernel<TKernel, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ISimdVector<V, T>
    where TSink : struct, ISampleSink<TSink, V, T, TWeighting>
    where TWeighting : struct, IWeighting<TWeighting, V, T>
{
    /// <summary>
    /// Neighbouring vectors of losses that are added in the element type before <see cref="DoubleAccumulator{V, T}"/> takes their sum:
    /// widening float to double costs as much as a tenth of a cross-entropy. Eight terms have seven roundings, hence a sum within
    /// 3½ ulp of the exact one (relative to the sum of magnitudes), and no error grows with the number of samples. Groups of four
    /// cost a focal loss 8 % more, groups of 64 would gain nothing.
    /// </summary>
    private const int GroupLength = StageResults<V, T>.Vectors;

    /// <summary>Evaluates samples chunk by chunk.</summary>
    /// <param name="context">The <see cref="EvaluationCall{T}"/>.</param>
    /// <param name="first">The first sample, at the start of a chunk.</param>
    /// <param name="end">The sample behind the last, at the end of a chunk or of the batch.</param>
    /// <returns>The pairwise sum of the chunks' weighted losses.</returns>
    [SkipLocalsInit]
    internal static double Run(void* context, nint first, nint end)
    {
        var call = (EvaluationCall<T>*)context;
        nint endOfVectors = end - end % V.Count;
        byte* scratch = stackalloc byte[TKernel.FirstStageResults > 0 ? StageResults<V, T>.Bytes : 0];
        var stage = StageResults<V, T>.In(scratch);
        var sum = new PairwiseSum();
        for (; first < endOfVectors; first += SampleChunks.Size)
            sum.Add(RunChunk(call, first, Math.Min(first + SampleChunks.Size, endOfVectors), stage));
        if (endOfVectors < end)
            sum.Add(RunTail(call, endOfVectors, (int)(end - endOfVectors), stage));
        return sum.Total();
    }

    /// <summary>The sum of a chunk of whole vectors.</summary>
    /// <remarks>
    /// Finite losses near the largest number may overflow where eight of them meet in the element type. They are summed again one
    /// by one, which is safe because outputs do not overlap inputs.
    /// </remarks>
    private static double RunChunk(EvaluationCall<T>* call, nint first, nint end, StageResults<V, T> stage)
    {
        double sum = RunVectors(call, first, end, GroupLength, stage);
        return double.IsFinite(sum) ? sum : RunVectors(call, first, end, 1, stage);
    }

    /// <summary>The loop itself, whole vectors only, whose losses are summed in groups of neighbours.</summary>
    /// <remarks>
    /// The loop over a group stays a loop: unrolled, the constants of several kernels compete for registers, and a cross-entropy took up to
    /// 60 % longer.
    /// Compiled for itself and at once: inlined into its caller by profile-guided devirtualisation it ran two to three times slower,
    /// and without full optimisation the first seconds run in slow tiers.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double RunVectors(EvaluationCall<T>* call, nint first, nint end, int groupLength, StageResults<V, T> stage)
    {
        ref readonly TKernel kernel = ref Unsafe.AsRef<TKernel>(call->Kernel);
        T** predictions = (T**)&call->Predictions;
        T** targets = (T**)&call->Targets;
        int** labels = (int**)&call->Labels;
        T** gradients = (T**)&call->Gradients;
        T** hessians = (T**)&call->Hessians;
        T* weights = call->Weights;
        T* values = call->Values;
        V scale = V.Create(call->Scale);
        var sum = new DoubleAccumulator<V, T>();
        nint groupSize = groupLength * V.Count;
        for (nint i = first; i < end;)
        {
            nint endOfGroup = Math.Min(i + groupSize, end);
            nint startOfGroup = i;
            if (TKernel.FirstStageResults > 0)
            {
                for (nint ahead = i; ahead < endOfGroup; ahead += V.Count)
                {
                    var early = new ElementInputs<V, T>(predictions, targets, labels, ahead);
                    TKernel.FirstStage(in kernel, in early, stage.At(ahead - startOfGroup));
                }
            }

            V losses = V.Zero;
            do
            {
                TWeighting weighting = TWeighting.OfSamples(weights, i, scale);
                var at = new ElementInputs<V, T>(predictions, targets, labels, i, stage.At(i - startOfGroup));
                TSink sink = TSink.At(gradients, hessians, i, weighting);
                V loss = TKernel.Evaluate(in kernel, in at, ref sink);
                if (values != null)
                    V.Store(loss, values + i);
                losses += weighting.Loss(loss);
                i += V.Count;
            }
            while (i < endOfGroup);

            sum.Add(losses);
        }

        return sum.Total();
    }

    /// <summary>The samples behind the last whole vector: the same loop over a copy that is padded to one vector.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static double RunTail(EvaluationCall<T>* call, nint first, int count, StageResults<V, T> stage)
    {
        byte* scratch = stackalloc byte[PaddedCall.ScratchSize(call, V.Count)];
        EvaluationCall<T> padded;
        PaddedCall.Fill(&padded, call, first, count, V.Count, scratch);
        RunVectors(&padded, 0, V.Count, 1, stage);
        PaddedCall.CopyOutputs(&padded, call, first, count);
        return PaddedCall.SumLosses<T, V, TWeighting>(&padded, count);
    }
}
