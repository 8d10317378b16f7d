using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Evaluation;
using LossGen.Simd;

namespace LossGen.Tests.Evaluation.Kernels;

/// <summary><c>Exp(prediction) − label · prediction</c>, the count being an integer label.</summary>
internal readonly struct PoissonLoss<T> : IElementKernel<PoissonLoss<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate<V, TSink>(in PoissonLoss<T> kernel, in ElementInputs<V, T> at, ref TSink sink)
        where V : struct, ISimdVector<V, T>
        where TSink : struct, IDerivativeSink<V>
    {
        V prediction = at.Prediction(0);
        V count = at.Label(0);
        V rate = KernelMath.Exp<V, T>(prediction);
        if (sink is IGradientSink)
        {
            sink.Gradient(0, rate - count);
        }

        if (sink is IHessianSink)
        {
            sink.Hessian(0, rate);
        }

        return rate - count * prediction;
    }
}
