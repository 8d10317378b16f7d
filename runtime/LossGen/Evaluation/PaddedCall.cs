using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>
/// A call on copies of the last few samples, repeated up to a whole vector, so that loops need not know tails and nothing is read or
/// written behind a span.
/// </summary>
internal static unsafe class PaddedCall
{
    /// <summary>The bytes that <see cref="Fill"/> needs.</summary>
    internal static int ScratchSize<T>(EvaluationCall<T>* call, int lanes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int elements = 2; // weights and values
        for (int i = 0; i < call->PredictionCount; i++)
            elements += call->PredictionStride(i) * (1 + (call->GradientCount > 0 ? 1 : 0) + (call->HessianCount > 0 ? 1 : 0));
        for (int i = 0; i < call->TargetCount; i++)
            elements += call->TargetStride(i);
        return lanes * (elements * sizeof(T) + call->LabelCount * sizeof(int));
    }

    /// <summary>Makes the padded call.</summary>
    internal static void Fill<T>(EvaluationCall<T>* padded, EvaluationCall<T>* call, nint first, int count, int lanes, byte* scratch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        *padded = *call;
        padded->Samples = lanes;
        for (int i = 0; i < call->PredictionCount; i++)
        {
            int stride = call->PredictionStride(i);
            padded->Predictions[i] = (nint)Pad((T*)call->Predictions[i], first, count, stride, lanes, ref scratch);
            if (call->GradientCount > 0)
                padded->Gradients[i] = (nint)Take<T>(stride * lanes, ref scratch);
            if (call->HessianCount > 0)
                padded->Hessians[i] = (nint)Take<T>(stride * lanes, ref scratch);
        }

        for (int i = 0; i < call->TargetCount; i++)
            padded->Targets[i] = (nint)Pad((T*)call->Targets[i], first, count, call->TargetStride(i), lanes, ref scratch);
        if (call->Weights != null)
            padded->Weights = Pad(call->Weights, first, count, 1, lanes, ref scratch);
        padded->Values = Take<T>(lanes, ref scratch);
        for (int i = 0; i < call->LabelCount; i++)
            padded->Labels[i] = (nint)Pad((int*)call->Labels[i], first, count, 1, lanes, ref scratch);
    }

    /// <summary>Copies the outputs of the real samples to where they belong.</summary>
    internal static void CopyOutputs<T>(EvaluationCall<T>* padded, EvaluationCall<T>* call, nint first, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < call->PredictionCount; i++)
        {
            int stride = call->PredictionStride(i);
            if (call->GradientCount > 0)
                Copy((T*)padded->Gradients[i], (T*)call->Gradients[i] + first * stride, count * stride);
            if (call->HessianCount > 0)
                Copy((T*)padded->Hessians[i], (T*)call->Hessians[i] + first * stride, count * stride);
        }

        if (call->Values != null)
            Copy(padded->Values, call->Values + first, count);
    }

    /// <summary>The sum of the weighted losses of the real samples.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static double SumLosses<T, V, TWeighting>(EvaluationCall<T>* padded, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ISimdVector<V, T>
        where TWeighting : struct, IWeighting<TWeighting, V, T>
    {
        TWeighting weighting = TWeighting.OfSamples(padded->Weights, 0, V.Zero);
        V loss = weighting.Loss(V.Load(padded->Values));
        var sum = new DoubleAccumulator<V, T>();
        sum.Add(V.Select(V.LessThan(V.Iota, V.Create((double)count)), loss, V.Zero));
        return sum.Total();
    }

    private static TElement* Take<TElement>(int count, ref byte* scratch)
        where TElement : unmanaged
    {
        var taken = (TElement*)scratch;
        scratch += count * sizeof(TElement);
        return taken;
    }

    private static TElement* Pad<TElement>(TElement* source, nint first, int count, int stride, int lanes, ref byte* scratch)
        where TElement : unmanaged
    {
        TElement* padded = Take<TElement>(stride * lanes, ref scratch);
        Copy(source + first * stride, padded, count * stride);
        for (int lane = count; lane < lanes; lane++)
            Copy(padded + (count - 1) * stride, padded + lane * stride, stride);
        return padded;
    }

    private static void Copy<TElement>(TElement* source, TElement* destination, int count)
        where TElement : unmanaged
    {
        if (count == 1)
            *destination = *source;
        else
            new ReadOnlySpan<TElement>(source, count).CopyTo(new Span<TElement>(destination, count));
    }
}
