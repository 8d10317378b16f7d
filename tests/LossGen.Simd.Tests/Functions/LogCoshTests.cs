using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class LogCoshTests : UnaryFunctionTests<LogCoshTests.LogCosh>
{
    public readonly struct LogCosh : IUnaryFunction
    {
        public static string Table => "logcosh";

        public static (double Low, double High) Dense => (-3, 3);

        public static double Reference(double x) => PreciseMath.LogCosh(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.LogCosh(x);
    }
}
