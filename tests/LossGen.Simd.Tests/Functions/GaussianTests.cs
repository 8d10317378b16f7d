using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class GaussianTests : UnaryFunctionTests<GaussianTests.Gaussian>
{
    public readonly struct Gaussian : IUnaryFunction
    {
        public static string Table => "gaussian";

        public static double Reference(double x) => Math.Exp(-(x * x));

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Gaussian(x);
    }
}
