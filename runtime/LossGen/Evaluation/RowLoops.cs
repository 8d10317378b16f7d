using System.Numerics;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>Finds the loops of a row kernel for a vector width.</summary>
internal readonly unsafe struct RowLoops<TKernel, T> : IWidthSelection<T, RowLoopSet<T>>
    where TKernel : struct, IRowKernel<TKernel, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The loops for the widest vectors of this processor.</summary>
    internal static readonly RowLoopSet<T> Widest = Of(VectorWidths.Widest);

    /// <summary>The loops for a width.</summary>
    internal static RowLoopSet<T> Of(VectorWidth width) => VectorFamily<T>.Instance.Select<RowLoops<TKernel, T>, RowLoopSet<T>>(width);

    public static RowLoopSet<T> Select<V>()
        where V : struct, ISimdVector<V, T> => new()
        {
            Lanes = V.Count,
            Short = new()
            {
                Value = &ShortRowLoop<TKernel, T, V, ValueOrder, Unweighted<V, T>>.Run,
                WeightedValue = &ShortRowLoop<TKernel, T, V, ValueOrder, Weighted<V, T>>.Run,
                Gradient = &ShortRowLoop<TKernel, T, V, GradientOrder, Unweighted<V, T>>.Run,
                WeightedGradient = &ShortRowLoop<TKernel, T, V, GradientOrder, Weighted<V, T>>.Run,
                Hessian = &ShortRowLoop<TKernel, T, V, HessianOrder, Unweighted<V, T>>.Run,
                WeightedHessian = &ShortRowLoop<TKernel, T, V, HessianOrder, Weighted<V, T>>.Run,
                Weights = &WeightLoop<T, V>.Run,
            },
            Long = new()
            {
                Value = &LongRowLoop<TKernel, T, V, ValueOrder, Unweighted<V, T>>.Run,
                WeightedValue = &LongRowLoop<TKernel, T, V, ValueOrder, Weighted<V, T>>.Run,
                Gradient = &LongRowLoop<TKernel, T, V, GradientOrder, Unweighted<V, T>>.Run,
                WeightedGradient = &LongRowLoop<TKernel, T, V, GradientOrder, Weighted<V, T>>.Run,
                Hessian = &LongRowLoop<TKernel, T, V, HessianOrder, Unweighted<V, T>>.Run,
                WeightedHessian = &LongRowLoop<TKernel, T, V, HessianOrder, Weighted<V, T>>.Run,
                Weights = &WeightLoop<T, V>.Run,
            },
        };
}

/// <summary>The loops of a row kernel for one vector width: rows across lanes and columns across lanes.</summary>
internal readonly struct RowLoopSet<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The elements of a vector.</summary>
    internal int Lanes { get; init; }

    /// <summary>Samples across the lanes.</summary>
    internal LoopSet<T> Short { get; init; }

    /// <summary>Columns across the lanes; for rows of at least <see cref="Lanes"/> columns.</summary>
    internal LoopSet<T> Long { get; init; }
}
