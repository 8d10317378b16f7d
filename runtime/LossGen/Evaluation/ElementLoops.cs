using System.Numerics;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>Finds the loops of a kernel for a vector width.</summary>
internal readonly unsafe struct ElementLoops<TKernel, T> : IWidthSelection<T, LoopSet<T>>
    where TKernel : struct, IElementKernel<TKernel, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The loops for the widest vectors of this processor.</summary>
    internal static readonly LoopSet<T> Widest = Of(VectorWidths.Widest);

    /// <summary>The loops for a width.</summary>
    internal static LoopSet<T> Of(VectorWidth width) => VectorFamily<T>.Instance.Select<ElementLoops<TKernel, T>, LoopSet<T>>(width);

    public static LoopSet<T> Select<V>()
        where V : struct, ISimdVector<V, T> => new()
        {
            Value = &ElementLoop<TKernel, T, V, ValueSink<V, T, Unweighted<V, T>>, Unweighted<V, T>>.Run,
            WeightedValue = &ElementLoop<TKernel, T, V, ValueSink<V, T, Weighted<V, T>>, Weighted<V, T>>.Run,
            Gradient = &ElementLoop<TKernel, T, V, GradientSink<V, T, Unweighted<V, T>>, Unweighted<V, T>>.Run,
            WeightedGradient = &ElementLoop<TKernel, T, V, GradientSink<V, T, Weighted<V, T>>, Weighted<V, T>>.Run,
            Hessian = &ElementLoop<TKernel, T, V, HessianSink<V, T, Unweighted<V, T>>, Unweighted<V, T>>.Run,
            WeightedHessian = &ElementLoop<TKernel, T, V, HessianSink<V, T, Weighted<V, T>>, Weighted<V, T>>.Run,
            Weights = &WeightLoop<T, V>.Run,
        };
}
