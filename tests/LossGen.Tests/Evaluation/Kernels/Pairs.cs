using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Evaluation;
using LossGen.Simd;

namespace LossGen.Tests.Evaluation.Kernels;

/// <summary><c>Σᵢⱼ weightsⱼ·(rowᵢ − targetⱼ)² + rowᵢ·rowⱼ / 4 + j·rowᵢ / 8</c>: of every pair, the other column gives all that it has.</summary>
internal readonly struct Pairs<T> : IRowKernel<Pairs<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate<V, TOrder, TRow>(in Pairs<T> kernel, TOrder order, ref TRow row)
        where V : struct, ISimdVector<V, T>
        where TOrder : struct, IEvaluationOrder
        where TRow : struct, IRow<V, T>
    {
        var pass = new Pass<V>();
        row.Run(order, ref pass);
        return row.Sum(pass.Sum);
    }

    private struct Pass<V> : IRowPass<Pass<V>, V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal V Sum;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TOrder, TElement>(TOrder order, in TElement at)
            where TOrder : struct, IEvaluationOrder
            where TElement : struct, IRowElement<V, T>
        {
            var others = new Others<V> { Own = at.Prediction(0) };
            at.RunOthers(order, ref others);
            Sum = at.Sum(Sum, others.Loss);
            if (order is IGradientOrder)
                at.Gradient(0, others.First);
            if (order is IHessianOrder)
                at.Hessian(0, others.Second + V.Create(0.5));
        }

        public void TakeResults<TOrder>(TOrder order, in Pass<V> run)
            where TOrder : struct, IEvaluationOrder
        {
            Sum = run.Sum;
        }
    }

    private struct Others<V> : IRowPairs<Others<V>, V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal V Own;
        internal V Loss;
        internal V First;
        internal V Second;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TOrder, TOther>(TOrder order, in TOther at)
            where TOrder : struct, IEvaluationOrder
            where TOther : struct, IRowColumn<V, T>
        {
            V weight = at.Hyperparameter(0);
            V residual = Own - at.Target(0);
            V slope = at.Column * V.Create(0.125);
            Loss = Loss + weight * residual * residual + Own * at.Prediction(0) * V.Create(0.25) + slope * Own;
            First = First + V.Create(2.0) * weight * residual + at.Prediction(0) * V.Create(0.5) + slope;
            Second = Second + V.Create(2.0) * weight;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add<TOrder>(TOrder order, in Others<V> sums)
            where TOrder : struct, IEvaluationOrder
        {
            Loss = Loss + sums.Loss;
            First = First + sums.First;
            Second = Second + sums.Second;
        }
    }
}
