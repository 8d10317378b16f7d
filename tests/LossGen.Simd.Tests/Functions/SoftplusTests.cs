using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class SoftplusTests : UnaryFunctionTests<SoftplusTests.Softplus>
{
    public readonly struct Softplus : IUnaryFunction
    {
        public static string Table => "softplus";

        public static (double Low, double High) Dense => (-20, 20);

        public static double Reference(double x) => PreciseMath.Softplus(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Softplus(x);
    }
}
