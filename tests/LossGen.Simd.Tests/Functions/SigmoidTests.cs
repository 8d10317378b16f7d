using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class SigmoidTests : UnaryFunctionTests<SigmoidTests.Sigmoid>
{
    public readonly struct Sigmoid : IUnaryFunction
    {
        public static string Table => "sigmoid";

        public static (double Low, double High) Dense => (-20, 20);

        public static double Reference(double x) => PreciseMath.Sigmoid(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Sigmoid(x);
    }
}
