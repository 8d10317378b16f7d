using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>Adds up the weights of a batch and finds the first one that is negative, infinite or NaN.</summary>
internal static unsafe class WeightLoop<T, V>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ISimdVector<V, T>
{
    internal static double Run(void* context, nint first, nint end)
    {
        var call = (EvaluationCall<T>*)context;
        var sum = new PairwiseSum();
        for (; first < end; first += SampleChunks.Size)
            sum.Add(RunChunk(call, first, Math.Min(first + SampleChunks.Size, end)));
        return sum.Total();
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private static double RunChunk(EvaluationCall<T>* call, nint first, nint end)
    {
        T* weights = call->Weights;
        T largestFinite = T.BitDecrement(T.PositiveInfinity);
        V largest = V.Create(largestFinite);
        V valid = V.Equal(V.Zero, V.Zero);
        var sum = new DoubleAccumulator<V, T>();
        nint i = first;
        for (; i <= end - V.Count; i += V.Count)
        {
            V weight = V.Load(weights + i);
            valid = V.And(valid, V.And(V.GreaterThanOrEqual(weight, V.Zero), V.LessThanOrEqual(weight, largest)));
            sum.Add(weight);
        }

        if (i < end)
        {
            T* padded = stackalloc T[V.Count];
            for (int lane = 0; lane < V.Count; lane++)
                padded[lane] = i + lane < end ? weights[i + lane] : T.Zero;
            V weight = V.Load(padded);
            valid = V.And(valid, V.And(V.GreaterThanOrEqual(weight, V.Zero), V.LessThanOrEqual(weight, largest)));
            sum.Add(weight);
        }

        if (V.Any(V.Not(valid)))
            ReportFirstInvalid(call, first, end);
        return sum.Total();
    }

    private static void ReportFirstInvalid(EvaluationCall<T>* call, nint first, nint end)
    {
        nint row = first;
        while (row < end && T.IsFinite(call->Weights[row]) && call->Weights[row] >= T.Zero)
            row++;

        nint seen = Volatile.Read(ref call->InvalidWeight);
        while (row < seen)
        {
            nint before = Interlocked.CompareExchange(ref call->InvalidWeight, row, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
