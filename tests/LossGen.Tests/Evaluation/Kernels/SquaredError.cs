using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Evaluation;
using LossGen.Simd;

namespace LossGen.Tests.Evaluation.Kernels;

/// <summary><c>scale · (prediction − target)²</c>.</summary>
internal readonly struct SquaredError<T>(T scale) : IElementKernel<SquaredError<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T _scale = scale;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Value<V>(in SquaredError<T> kernel, in ElementInputs<V, T> at)
        where V : struct, ISimdVector<V, T>
    {
        V residual = at.Prediction(0) - at.Target(0);
        return V.Create(kernel._scale) * residual * residual;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ValueAndGradient<V, TSink>(in SquaredError<T> kernel, in ElementInputs<V, T> at, ref TSink sink)
        where V : struct, ISimdVector<V, T>
        where TSink : struct, IDerivativeSink<V>
    {
        V residual = at.Prediction(0) - at.Target(0);
        V scaled = V.Create(kernel._scale) * residual;
        sink.Gradient(0, scaled + scaled);
        return scaled * residual;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ValueGradientAndHessian<V, TSink>(in SquaredError<T> kernel, in ElementInputs<V, T> at, ref TSink sink)
        where V : struct, ISimdVector<V, T>
        where TSink : struct, IDerivativeSink<V>
    {
        V residual = at.Prediction(0) - at.Target(0);
        V scale = V.Create(kernel._scale);
        V scaled = scale * residual;
        sink.Gradient(0, scaled + scaled);
        sink.Hessian(0, scale + scale);
        return scaled * residual;
    }
}
