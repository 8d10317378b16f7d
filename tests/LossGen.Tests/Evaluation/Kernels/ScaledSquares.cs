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
    public static V Value<V, TRow>(in ScaledSquares<T> kernel, ref TRow row)
        where V : struct, ISimdVector<V, T>
        where TRow : struct, IRow<V, T>
    {
        var pass = new SumPass<V> { Sum = V.Zero };
        row.Run(ref pass);
        V scale = row.Prediction(1);
        return scale * row.Sum(pass.Sum) + row.Target(1) + scale * scale / row.Columns;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ValueAndGradient<V, TRow>(in ScaledSquares<T> kernel, ref TRow row)
        where V : struct, ISimdVector<V, T>
        where TRow : struct, IRow<V, T>
    {
        V scale = row.Prediction(1);
        var pass = new GradientPass<V> { Sum = V.Zero, TwiceScale = scale + scale };
        row.Run(ref pass);
        V sum = row.Sum(pass.Sum);
        row.Gradient(1, sum + (scale + scale) / row.Columns);
        return scale * sum + row.Target(1) + scale * scale / row.Columns;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ValueGradientAndHessian<V, TRow>(in ScaledSquares<T> kernel, ref TRow row)
        where V : struct, ISimdVector<V, T>
        where TRow : struct, IRow<V, T>
    {
        V scale = row.Prediction(1);
        var pass = new HessianPass<V> { Sum = V.Zero, TwiceScale = scale + scale };
        row.Run(ref pass);
        V sum = row.Sum(pass.Sum);
        row.Gradient(1, sum + (scale + scale) / row.Columns);
        row.Hessian(1, V.Create(2.0) / row.Columns);
        return scale * sum + row.Target(1) + scale * scale / row.Columns;
    }

    private struct SumPass<V> : IRowPass<V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal V Sum;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TElement>(in TElement at)
            where TElement : struct, IRowElement<V, T>
        {
            V residual = at.Prediction(0) - at.Target(0);
            Sum = at.Sum(Sum, residual * residual);
        }
    }

    private struct GradientPass<V> : IRowPass<V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal V Sum;
        internal V TwiceScale;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TElement>(in TElement at)
            where TElement : struct, IRowElement<V, T>
        {
            V residual = at.Prediction(0) - at.Target(0);
            Sum = at.Sum(Sum, residual * residual);
            at.Gradient(0, TwiceScale * residual);
        }
    }

    private struct HessianPass<V> : IRowPass<V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal V Sum;
        internal V TwiceScale;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TElement>(in TElement at)
            where TElement : struct, IRowElement<V, T>
        {
            V residual = at.Prediction(0) - at.Target(0);
            Sum = at.Sum(Sum, residual * residual);
            at.Gradient(0, TwiceScale * residual);
            at.Hessian(0, TwiceScale);
        }
    }
}
