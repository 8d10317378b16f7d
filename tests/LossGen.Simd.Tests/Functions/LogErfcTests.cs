using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class LogErfcTests : UnaryFunctionTests<LogErfcTests.LogErfc>
{
    public readonly struct LogErfc : IUnaryFunction
    {
        public static string Table => "log_erfc";

        public static double MaximumUlps => 4;

        public static double Reference(double x) => LossMath.LogErfc(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.LogErfc(x);
    }
}
