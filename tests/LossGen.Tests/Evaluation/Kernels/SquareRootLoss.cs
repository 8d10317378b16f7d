using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Evaluation;
using LossGen.Simd;

namespace LossGen.Tests.Evaluation.Kernels;

/// <summary><c>Sqrt(prediction)</c>: NaN below 0, and an infinite derivative at 0.</summary>
internal readonly struct SquareRootLoss<T> : IElementKernel<SquareRootLoss<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate<V, TSink>(in SquareRootLoss<T> kernel, in ElementInputs<V, T> at, ref TSink sink)
        where V : struct, ISimdVector<V, T>
        where TSink : struct, IDerivativeSink<V>
    {
        V root = V.Sqrt(at.Prediction(0));
        if (sink is IGradientSink)
        {
            sink.Gradient(0, V.Create(0.5) / root);
        }

        if (sink is IHessianSink)
        {
            sink.Hessian(0, V.Create(-0.25) / (root * root * root));
        }

        return root;
    }
}
