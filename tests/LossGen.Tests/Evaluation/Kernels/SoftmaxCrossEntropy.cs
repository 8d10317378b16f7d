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
    public static V Value<V, TRow>(in SoftmaxCrossEntropy<T> kernel, ref TRow row)
        where V : struct, ISimdVector<V, T>
        where TRow : struct, IRow<V, T> => LogSumExp<V, TRow>(ref row, out _, out _) - row.PredictionAt(0, row.Label(0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ValueAndGradient<V, TRow>(in SoftmaxCrossEntropy<T> kernel, ref TRow row)
        where V : struct, ISimdVector<V, T>
        where TRow : struct, IRow<V, T>
    {
        V label = row.Label(0);
        var maximumPass = new MaximumPass<V> { Maximum = V.Create(double.NegativeInfinity) };
        row.Run(ref maximumPass);
        V maximum = row.Max(maximumPass.Maximum);
        var sumPass = new KeepingSumPass<V> { Maximum = maximum, Sum = V.Zero };
        row.Run(ref sumPass);
        V sum = row.Sum(sumPass.Sum);
        var derivatives = new KeptDerivativesPass<V> { Reciprocal = V.Create(1.0) / sum, Label = label };
        row.Run(ref derivatives);
        return maximum + KernelMath.Log<V, T>(sum) - row.PredictionAt(0, label);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ValueGradientAndHessian<V, TRow>(in SoftmaxCrossEntropy<T> kernel, ref TRow row)
        where V : struct, ISimdVector<V, T>
        where TRow : struct, IRow<V, T>
    {
        V label = row.Label(0);
        V logSumExp = LogSumExp<V, TRow>(ref row, out V maximum, out V sum);
        var derivatives = new SecondDerivativesPass<V> { Maximum = maximum, Reciprocal = V.Create(1.0) / sum, Label = label };
        row.Run(ref derivatives);
        return logSumExp - row.PredictionAt(0, label);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogSumExp<V, TRow>(ref TRow row, out V maximum, out V sum)
        where V : struct, ISimdVector<V, T>
        where TRow : struct, IRow<V, T>
    {
        var maximumPass = new MaximumPass<V> { Maximum = V.Create(double.NegativeInfinity) };
        row.Run(ref maximumPass);
        maximum = row.Max(maximumPass.Maximum);
        var sumPass = new SumPass<V> { Maximum = maximum, Sum = V.Zero };
        row.Run(ref sumPass);
        sum = row.Sum(sumPass.Sum);
        return maximum + KernelMath.Log<V, T>(sum);
    }

    private struct MaximumPass<V> : IRowPass<V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal V Maximum;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TElement>(in TElement at)
            where TElement : struct, IRowElement<V, T> => Maximum = at.Max(Maximum, at.Prediction(0));
    }

    private struct SumPass<V> : IRowPass<V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal V Maximum;
        internal V Sum;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TElement>(in TElement at)
            where TElement : struct, IRowElement<V, T> => Sum = at.Sum(Sum, KernelMath.Exp<V, T>(at.Prediction(0) - Maximum));
    }

    private struct KeepingSumPass<V> : IRowPass<V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal V Maximum;
        internal V Sum;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TElement>(in TElement at)
            where TElement : struct, IRowElement<V, T>
        {
            V exponential = KernelMath.Exp<V, T>(at.Prediction(0) - Maximum);
            at.Keep(0, exponential);
            Sum = at.Sum(Sum, exponential);
        }
    }

    private struct KeptDerivativesPass<V> : IRowPass<V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal V Reciprocal;
        internal V Label;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TElement>(in TElement at)
            where TElement : struct, IRowElement<V, T>
        {
            V probability = at.Kept(0) * Reciprocal;
            at.Gradient(0, V.Select(V.Equal(at.Column, Label), probability - V.Create(1.0), probability));
        }
    }

    private struct SecondDerivativesPass<V> : IRowPass<V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal V Maximum;
        internal V Reciprocal;
        internal V Label;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TElement>(in TElement at)
            where TElement : struct, IRowElement<V, T>
        {
            V probability = KernelMath.Exp<V, T>(at.Prediction(0) - Maximum) * Reciprocal;
            at.Gradient(0, V.Select(V.Equal(at.Column, Label), probability - V.Create(1.0), probability));
            at.Hessian(0, probability - probability * probability);
        }
    }
}
