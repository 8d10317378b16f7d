using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class HalfGaussianTests : UnaryFunctionTests<HalfGaussianTests.HalfGaussian>
{
    public readonly struct HalfGaussian : IUnaryFunction
    {
        public static string Table => "half_gaussian";

        public static double Reference(double x) => Math.Exp(-0.5 * x * x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.HalfGaussian(x);
    }
}
