using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>Evaluates a kernel at one element, through the vector of one lane: the same mathematics as in a batch.</summary>
internal readonly unsafe struct SingleElement<TKernel, T> : IWidthSelection<T, SingleElementEntries<T>>
    where TKernel : struct, IElementKernel<TKernel, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int LabelSlots = 4;

    internal static readonly SingleElementEntries<T> Entries = VectorFamily<T>.Instance.Select<SingleElement<TKernel, T>, SingleElementEntries<T>>(VectorWidth.Scalar);

    public static SingleElementEntries<T> Select<V>()
        where V : struct, ISimdVector<V, T> => new()
        {
            Value = &Value<V>,
            Derivative = &Derivative<V>,
            SecondDerivative = &SecondDerivative<V>,
        };

    internal static T Evaluate(delegate*<void*, T**, T**, int**, int, T> entry, in TKernel kernel, ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels, int prediction)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(predictions.Length, SpanSlots<T>.Capacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(targets.Length, SpanSlots<T>.Capacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(labels.Length, LabelSlots);
        ArgumentOutOfRangeException.ThrowIfNegative(prediction);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(prediction, predictions.Length);

        T** predictionSlots = stackalloc T*[SpanSlots<T>.Capacity];
        T** targetSlots = stackalloc T*[SpanSlots<T>.Capacity];
        int** labelSlots = stackalloc int*[LabelSlots];
        TKernel pinned = kernel;
        fixed (T* firstPrediction = predictions, firstTarget = targets)
        fixed (int* firstLabel = labels)
        {
            for (int i = 0; i < predictions.Length; i++)
                predictionSlots[i] = firstPrediction + i;
            for (int i = 0; i < targets.Length; i++)
                targetSlots[i] = firstTarget + i;
            for (int i = 0; i < labels.Length; i++)
                labelSlots[i] = firstLabel + i;
            return entry(Unsafe.AsPointer(ref pinned), predictionSlots, targetSlots, labelSlots, prediction);
        }
    }

    private static T Value<V>(void* kernel, T** predictions, T** targets, int** labels, int prediction)
        where V : struct, ISimdVector<V, T>
    {
        NoDerivative<V> sink = default;
        return V.MaxLanes(Evaluate<V, NoDerivative<V>>(kernel, predictions, targets, labels, ref sink));
    }

    private static T Derivative<V>(void* kernel, T** predictions, T** targets, int** labels, int prediction)
        where V : struct, ISimdVector<V, T>
    {
        var sink = new ChosenDerivative<V> { Prediction = prediction };
        Evaluate<V, ChosenDerivative<V>>(kernel, predictions, targets, labels, ref sink);
        return V.MaxLanes(sink.Derivative);
    }

    private static T SecondDerivative<V>(void* kernel, T** predictions, T** targets, int** labels, int prediction)
        where V : struct, ISimdVector<V, T>
    {
        var sink = new ChosenSecondDerivative<V> { Prediction = prediction };
        Evaluate<V, ChosenSecondDerivative<V>>(kernel, predictions, targets, labels, ref sink);
        return V.MaxLanes(sink.SecondDerivative);
    }

    private static V Evaluate<V, TSink>(void* kernel, T** predictions, T** targets, int** labels, ref TSink sink)
        where V : struct, ISimdVector<V, T>
        where TSink : struct, IDerivativeSink<V>
    {
        byte* scratch = stackalloc byte[StageResults<V, T>.Bytes];
        ElementInputs<V, T> at = InputsAfterFirstStage(in Unsafe.AsRef<TKernel>(kernel), predictions, targets, labels, StageResults<V, T>.In(scratch));
        return TKernel.Evaluate(in Unsafe.AsRef<TKernel>(kernel), in at, ref sink);
    }

    /// <summary>What a kernel reads of the first of the elements, its first stage included.</summary>
    internal static ElementInputs<V, T> InputsAfterFirstStage<V>(in TKernel kernel, T** predictions, T** targets, int** labels, StageResults<V, T> stage)
        where V : struct, ISimdVector<V, T>
    {
        if (TKernel.FirstStageResults > 0)
        {
            var early = new ElementInputs<V, T>(predictions, targets, labels, 0);
            TKernel.FirstStage(in kernel, in early, stage);
        }

        return new(predictions, targets, labels, 0, stage);
    }

    /// <summary>Keeps nothing.</summary>
    private readonly struct NoDerivative<V> : IDerivativeSink<V>
        where V : struct
    {
        public void Gradient(int prediction, V derivative)
        {
        }

        public void Hessian(int prediction, V secondDerivative)
        {
        }
    }

    /// <summary>Keeps the derivative by one prediction.</summary>
    private struct ChosenDerivative<V> : IDerivativeSink<V>, IGradientSink
        where V : struct
    {
        internal int Prediction;
        internal V Derivative;

        public void Gradient(int prediction, V derivative)
        {
            if (prediction == Prediction)
                Derivative = derivative;
        }

        public readonly void Hessian(int prediction, V secondDerivative)
        {
        }
    }

    /// <summary>Keeps the second derivative by one prediction.</summary>
    private struct ChosenSecondDerivative<V> : IDerivativeSink<V>, IHessianSink
        where V : struct
    {
        internal int Prediction;
        internal V SecondDerivative;

        public readonly void Gradient(int prediction, V derivative)
        {
        }

        public void Hessian(int prediction, V secondDerivative)
        {
            if (prediction == Prediction)
                SecondDerivative = secondDerivative;
        }
    }
}

/// <summary>The addresses of a kernel's evaluation at one element: kernel, predictions, targets, labels, chosen prediction.</summary>
internal readonly unsafe struct SingleElementEntries<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal delegate*<void*, T**, T**, int**, int, T> Value { get; init; }

    internal delegate*<void*, T**, T**, int**, int, T> Derivative { get; init; }

    internal delegate*<void*, T**, T**, int**, int, T> SecondDerivative { get; init; }
}
