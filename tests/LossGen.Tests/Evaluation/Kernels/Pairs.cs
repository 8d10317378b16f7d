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
    public static V Value<V, TRow>(in Pairs<T> kernel, ref TRow row)
        where V : struct, ISimdVector<V, T>
        where TRow : struct, IRow<V, T> => Run<V, TRow>(ref row, order: 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ValueAndGradient<V, TRow>(in Pairs<T> kernel, ref TRow row)
        where V : struct, ISimdVector<V, T>
        where TRow : struct, IRow<V, T> => Run<V, TRow>(ref row, order: 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ValueGradientAndHessian<V, TRow>(in Pairs<T> kernel, ref TRow row)
        where V : struct, ISimdVector<V, T>
        where TRow : struct, IRow<V, T> => Run<V, TRow>(ref row, order: 2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Run<V, TRow>(ref TRow row, int order)
        where V : struct, ISimdVector<V, T>
        where TRow : struct, IRow<V, T>
    {
        var pass = new Pass<V> { Order = order };
        row.Run(ref pass);
        return row.Sum(pass.Sum);
    }

    private struct Pass<V> : IRowPass<V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal int Order;
        internal V Sum;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TElement>(in TElement at)
            where TElement : struct, IRowElement<V, T>
        {
            var others = new Others<V> { Own = at.Prediction(0) };
            at.RunOthers(ref others);
            Sum = at.Sum(Sum, others.Loss);
            if (Order > 0)
                at.Gradient(0, others.First);
            if (Order > 1)
                at.Hessian(0, others.Second + V.Create(0.5));
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
        public void Step<TOther>(in TOther at)
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
        public void Add(in Others<V> sums)
        {
            Loss = Loss + sums.Loss;
            First = First + sums.First;
            Second = Second + sums.Second;
        }
    }
}
