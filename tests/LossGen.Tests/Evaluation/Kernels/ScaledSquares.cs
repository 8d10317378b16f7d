using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Evaluation;
using LossGen.Simd;

namespace LossGen.Tests.Evaluation.Kernels;

/// <summary><c>scale · Sum(Square(row − target)) + offset + scale² / Columns</c>: a row and a number are predicted, a row and a number are given.</summary>
internal readonly struct ScaledSquares<T> : IRowKernel<ScaledSquares<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate<V, TOrder, TRow>(in ScaledSquares<T> kernel, TOrder order, ref TRow row)
        where V : struct, ISimdVector<V, T>
        where TOrder : struct, IEvaluationOrder
        where TRow : struct, IRow<V, T>
    {
        V scale = row.Prediction(1);
        var pass = new Pass<V> { Sum = V.Zero, TwiceScale = scale + scale };
        row.Run(order, ref pass);
        V sum = row.Sum(pass.Sum);
        if (order is IGradientOrder)
            row.Gradient(1, sum + (scale + scale) / row.Columns);
        if (order is IHessianOrder)
            row.Hessian(1, V.Create(2.0) / row.Columns);
        return scale * sum + row.Target(1) + scale * scale / row.Columns;
    }

    private struct Pass<V> : IRowPass<Pass<V>, V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal V Sum;
        internal V TwiceScale;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TOrder, TElement>(TOrder order, in TElement at)
            where TOrder : struct, IEvaluationOrder
            where TElement : struct, IRowElement<V, T>
        {
            V residual = at.Prediction(0) - at.Target(0);
            Sum = at.Sum(Sum, residual * residual);
            if (order is IGradientOrder)
                at.Gradient(0, TwiceScale * residual);
            if (order is IHessianOrder)
                at.Hessian(0, TwiceScale);
        }

        public void TakeResults<TOrder>(TOrder order, in Pass<V> run)
            where TOrder : struct, IEvaluationOrder
        {
            Sum = run.Sum;
        }
    }
}
