using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>How many orders of derivatives a loop over rows computes: which method of a kernel it calls.</summary>
internal interface IOrder
{
    /// <summary>Evaluates a kernel on a row, or on <c>V.Count</c> rows.</summary>
    static abstract V Row<TKernel, T, V, TRow>(in TKernel kernel, ref TRow row)
        where TKernel : struct, IRowKernel<TKernel, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ISimdVector<V, T>
        where TRow : struct, IRow<V, T>;
}

/// <summary>The value alone.</summary>
internal readonly struct ValueOrder : IOrder
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Row<TKernel, T, V, TRow>(in TKernel kernel, ref TRow row)
        where TKernel : struct, IRowKernel<TKernel, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ISimdVector<V, T>
        where TRow : struct, IRow<V, T> => TKernel.Value<V, TRow>(in kernel, ref row);
}

/// <summary>Value and gradient.</summary>
internal readonly struct GradientOrder : IOrder
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Row<TKernel, T, V, TRow>(in TKernel kernel, ref TRow row)
        where TKernel : struct, IRowKernel<TKernel, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ISimdVector<V, T>
        where TRow : struct, IRow<V, T> => TKernel.ValueAndGradient<V, TRow>(in kernel, ref row);
}

/// <summary>Value, gradient and the diagonal of the Hessian.</summary>
internal readonly struct HessianOrder : IOrder
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Row<TKernel, T, V, TRow>(in TKernel kernel, ref TRow row)
        where TKernel : struct, IRowKernel<TKernel, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ISimdVector<V, T>
        where TRow : struct, IRow<V, T> => TKernel.ValueGradientAndHessian<V, TRow>(in kernel, ref row);
}
