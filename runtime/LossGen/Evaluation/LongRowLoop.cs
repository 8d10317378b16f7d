using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>The loop over the samples of a loss over long rows: one sample at a time, columns across the lanes.</summary>
internal static unsafe class LongRowLoop<TKernel, T, V, TOrder, TWeighting>
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
    internal static double Run(void* context, nint first, nint end)
    {
        var call = (EvaluationCall<T>*)context;
        nint chunk = SampleChunks.Rows(call->Columns, samplesAcrossLanes: false);
        var sum = new PairwiseSum();
        for (; first < end; first += chunk)
            sum.Add(RunRows(call, first, Math.Min(first + chunk, end)));
        return sum.Total();
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private static double RunRows(EvaluationCall<T>* call, nint first, nint end)
    {
        TKernel kernel = Unsafe.Read<TKernel>(call->Kernel);
        T* values = call->Values;
        V scale = V.Create(call->Scale);
        V firstLane = V.Equal(V.Iota, V.Zero);
        var sum = new DoubleAccumulator<V, T>();
        for (nint i = first; i < end; i++)
        {
            TWeighting weighting = TWeighting.OfRow(call->Weights, i, scale);
            var row = new ColumnLaneRow<V, T, TWeighting>(call, i, weighting);
            V loss = TKernel.Evaluate<V, TOrder, ColumnLaneRow<V, T, TWeighting>>(in kernel, default, ref row);
            if (values != null)
                values[i] = ColumnLaneRow<V, T, TWeighting>.AnyLane(loss);
            sum.Add(V.Select(firstLane, weighting.Loss(loss), V.Zero));
        }

        return sum.Total();
    }
}
