using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class SinTests : UnaryFunctionTests<SinTests.Sin>
{
    public readonly struct Sin : IUnaryFunction
    {
        public static string Table => "sin";

        public static double MaximumUlps => 1;

        public static (double Low, double High) Dense => (-1000, 1000);

        public static double Reference(double x) => Math.Sin(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Sin(x);
    }
}
