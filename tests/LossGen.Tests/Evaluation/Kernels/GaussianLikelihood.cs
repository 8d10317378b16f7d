using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Evaluation;
using LossGen.Simd;

namespace LossGen.Tests.Evaluation.Kernels;

/// <summary><c>½ (logVariance + (target − mean)² · Exp(−logVariance))</c>: two predictions, two stages.</summary>
internal readonly struct GaussianLikelihood<T> : IElementKernel<GaussianLikelihood<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int FirstStageResults => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FirstStage<V>(in GaussianLikelihood<T> kernel, in ElementInputs<V, T> at, StageResults<V, T> results)
        where V : struct, ISimdVector<V, T>
    {
        results.Keep(0, at.Target(0) - at.Prediction(0));
        results.Keep(1, KernelMath.Exp<V, T>(-at.Prediction(1)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate<V, TSink>(in GaussianLikelihood<T> kernel, in ElementInputs<V, T> at, ref TSink sink)
        where V : struct, ISimdVector<V, T>
        where TSink : struct, IDerivativeSink<V>
    {
        V error = at.FirstStage(0);
        V logVariance = at.Prediction(1);
        V precision = at.FirstStage(1);
        V scaled = error * precision;
        if (sink is IGradientSink)
        {
            sink.Gradient(0, -scaled);
            sink.Gradient(1, V.Create(0.5) * (V.Create(1.0) - error * scaled));
        }

        if (sink is IHessianSink)
        {
            sink.Hessian(0, precision);
            sink.Hessian(1, V.Create(0.5) * error * scaled);
        }

        return V.Create(0.5) * (logVariance + error * scaled);
    }
}
