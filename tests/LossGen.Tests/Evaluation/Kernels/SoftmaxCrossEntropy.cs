using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Evaluation;
using LossGen.Simd;

namespace LossGen.Tests.Evaluation.Kernels;

/// <summary><c>LogSumExp(scores) − scores[label]</c>; the gradient keeps the exponentials of the sum, the Hessian computes them again.</summary>
internal readonly struct SoftmaxCrossEntropy<T> : IRowKernel<SoftmaxCrossEntropy<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate<V, TOrder, TRow>(in SoftmaxCrossEntropy<T> kernel, TOrder order, ref TRow row)
        where V : struct, ISimdVector<V, T>
        where TOrder : struct, IEvaluationOrder
        where TRow : struct, IRow<V, T>
    {
        V label = row.Label(0);
        var maximumPass = new MaximumPass<V> { Maximum = V.Create(double.NegativeInfinity) };
        row.Run(order, ref maximumPass);
        V maximum = row.Max(maximumPass.Maximum);
        var sumPass = new SumPass<V> { Maximum = maximum, Sum = V.Zero };
        row.Run(order, ref sumPass);
        V sum = row.Sum(sumPass.Sum);
        if (order is IHessianOrder)
        {
            var derivatives = new SecondDerivativesPass<V> { Maximum = maximum, Reciprocal = V.Create(1.0) / sum, Label = label };
            row.Run(order, ref derivatives);
        }
        else if (order is IGradientOrder)
        {
            var derivatives = new KeptDerivativesPass<V> { Reciprocal = V.Create(1.0) / sum, Label = label };
            row.Run(order, ref derivatives);
        }

        return maximum + KernelMath.Log<V, T>(sum) - row.PredictionAt(0, label);
    }

    private struct MaximumPass<V> : IRowPass<MaximumPass<V>, V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal V Maximum;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TOrder, TElement>(TOrder order, in TElement at)
            where TOrder : struct, IEvaluationOrder
            where TElement : struct, IRowElement<V, T> => Maximum = at.Max(Maximum, at.Prediction(0));

        public void TakeResults<TOrder>(TOrder order, in MaximumPass<V> run)
            where TOrder : struct, IEvaluationOrder
        {
            Maximum = run.Maximum;
        }
    }

    private struct SumPass<V> : IRowPass<SumPass<V>, V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal V Maximum;
        internal V Sum;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TOrder, TElement>(TOrder order, in TElement at)
            where TOrder : struct, IEvaluationOrder
            where TElement : struct, IRowElement<V, T>
        {
            V exponential = KernelMath.Exp<V, T>(at.Prediction(0) - Maximum);
            if (order is IGradientOrder and not IHessianOrder)
                at.Keep(0, exponential);
            Sum = at.Sum(Sum, exponential);
        }

        public void TakeResults<TOrder>(TOrder order, in SumPass<V> run)
            where TOrder : struct, IEvaluationOrder
        {
            Sum = run.Sum;
        }
    }

    private struct KeptDerivativesPass<V> : IRowPass<KeptDerivativesPass<V>, V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal V Reciprocal;
        internal V Label;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TOrder, TElement>(TOrder order, in TElement at)
            where TOrder : struct, IEvaluationOrder
            where TElement : struct, IRowElement<V, T>
        {
            V probability = at.Kept(0) * Reciprocal;
            at.Gradient(0, V.Select(V.Equal(at.Column, Label), probability - V.Create(1.0), probability));
        }

        public void TakeResults<TOrder>(TOrder order, in KeptDerivativesPass<V> run)
            where TOrder : struct, IEvaluationOrder
        {
        }
    }

    private struct SecondDerivativesPass<V> : IRowPass<SecondDerivativesPass<V>, V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal V Maximum;
        internal V Reciprocal;
        internal V Label;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TOrder, TElement>(TOrder order, in TElement at)
            where TOrder : struct, IEvaluationOrder
            where TElement : struct, IRowElement<V, T>
        {
            V probability = KernelMath.Exp<V, T>(at.Prediction(0) - Maximum) * Reciprocal;
            at.Gradient(0, V.Select(V.Equal(at.Column, Label), probability - V.Create(1.0), probability));
            at.Hessian(0, probability - probability * probability);
        }

        public void TakeResults<TOrder>(TOrder order, in SecondDerivativesPass<V> run)
            where TOrder : struct, IEvaluationOrder
        {
        }
    }
}
