using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Evaluation;
using LossGen.Simd;

namespace LossGen.Tests.Evaluation.Kernels;

/// <summary><c>Max(row) − Min(row) + Product(row) + row[label] · target[label]</c>, for rows without ties and zeros.</summary>
internal readonly struct ExtremesAndProduct<T> : IRowKernel<ExtremesAndProduct<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate<V, TOrder, TRow>(in ExtremesAndProduct<T> kernel, TOrder order, ref TRow row)
        where V : struct, ISimdVector<V, T>
        where TOrder : struct, IEvaluationOrder
        where TRow : struct, IRow<V, T>
    {
        var pass = new ReductionPass<V> { Maximum = V.Create(double.NegativeInfinity), Minimum = V.Create(double.PositiveInfinity), Product = V.Create(1.0) };
        row.Run(order, ref pass);
        V label = row.Label(0);
        V maximum = row.Max(pass.Maximum);
        V minimum = row.Min(pass.Minimum);
        V product = row.Product(pass.Product);
        V factor = row.TargetAt(0, label);
        if (order is IGradientOrder)
        {
            var derivatives = new DerivativesPass<V> { Maximum = maximum, Minimum = minimum, Product = product, Label = label, Factor = factor };
            row.Run(order, ref derivatives);
        }

        if (order is IHessianOrder)
        {
            var zeros = new ZeroHessianPass<V>();
            row.Run(order, ref zeros);
        }

        return maximum - minimum + product + row.PredictionAt(0, label) * factor;
    }

    private struct ReductionPass<V> : IRowPass<ReductionPass<V>, V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal V Maximum;
        internal V Minimum;
        internal V Product;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TOrder, TElement>(TOrder order, in TElement at)
            where TOrder : struct, IEvaluationOrder
            where TElement : struct, IRowElement<V, T>
        {
            V element = at.Prediction(0);
            Maximum = at.Max(Maximum, element);
            Minimum = at.Min(Minimum, element);
            Product = at.Product(Product, element);
        }

        public void TakeResults<TOrder>(TOrder order, in ReductionPass<V> run)
            where TOrder : struct, IEvaluationOrder
        {
            Maximum = run.Maximum;
            Minimum = run.Minimum;
            Product = run.Product;
        }
    }

    private struct DerivativesPass<V> : IRowPass<DerivativesPass<V>, V, T>
        where V : struct, ISimdVector<V, T>
    {
        internal V Maximum;
        internal V Minimum;
        internal V Product;
        internal V Label;
        internal V Factor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TOrder, TElement>(TOrder order, in TElement at)
            where TOrder : struct, IEvaluationOrder
            where TElement : struct, IRowElement<V, T>
        {
            V element = at.Prediction(0);
            V derivative = Product / element;
            derivative = V.Select(V.Equal(element, Maximum), derivative + V.Create(1.0), derivative);
            derivative = V.Select(V.Equal(element, Minimum), derivative - V.Create(1.0), derivative);
            at.Gradient(0, V.Select(V.Equal(at.Column, Label), derivative + Factor, derivative));
        }

        public void TakeResults<TOrder>(TOrder order, in DerivativesPass<V> run)
            where TOrder : struct, IEvaluationOrder
        {
        }
    }

    private struct ZeroHessianPass<V> : IRowPass<ZeroHessianPass<V>, V, T>
        where V : struct, ISimdVector<V, T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TOrder, TElement>(TOrder order, in TElement at)
            where TOrder : struct, IEvaluationOrder
            where TElement : struct, IRowElement<V, T> => at.Hessian(0, V.Zero);

        public void TakeResults<TOrder>(TOrder order, in ZeroHessianPass<V> run)
            where TOrder : struct, IEvaluationOrder
        {
        }
    }
}
