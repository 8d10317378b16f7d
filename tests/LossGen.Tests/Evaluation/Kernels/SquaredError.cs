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
    public static V Evaluate<V, TSink>(in SquaredError<T> kernel, in ElementInputs<V, T> at, ref TSink sink)
        where V : struct, ISimdVector<V, T>
        where TSink : struct, IDerivativeSink<V>
    {
        V residual = at.Prediction(0) - at.Target(0);
        V scale = V.Create(kernel._scale);
        V scaled = scale * residual;
        if (sink is IGradientSink)
        {
            sink.Gradient(0, scaled + scaled);
        }

        if (sink is IHessianSink)
        {
            sink.Hessian(0, scale + scale);
        }

        return scaled * residual;
    }
}
