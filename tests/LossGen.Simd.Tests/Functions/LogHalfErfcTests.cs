using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class LogHalfErfcTests : UnaryFunctionTests<LogHalfErfcTests.LogHalfErfc>
{
    public readonly struct LogHalfErfc : IUnaryFunction
    {
        public static string Table => "log_half_erfc";

        public static double MaximumUlps => 8;

        public static double Reference(double x) => x < 0.5 ? PreciseMath.LogP1(-0.5 * LossMath.Erfc(-x)) : LossMath.LogErfc(x) - Math.Log(2);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.LogHalfErfc(x);
    }
}
