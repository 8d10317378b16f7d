using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class LogTests : UnaryFunctionTests<LogTests.Log>
{
    public readonly struct Log : IUnaryFunction
    {
        public static string Table => "log";

        public static (double Low, double High) Dense => (0, 3);

        public static double Reference(double x) => Math.Log(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Log(x);
    }
}
