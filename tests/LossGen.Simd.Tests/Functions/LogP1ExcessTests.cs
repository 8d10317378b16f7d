using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class LogP1ExcessTests : UnaryFunctionTests<LogP1ExcessTests.LogP1Excess>
{
    public readonly struct LogP1Excess : IUnaryFunction
    {
        public static string Table => "logp1_excess";

        public static double MaximumUlps => 8;

        public static double Reference(double x) => PreciseMath.LogP1Excess(x);

        public static (double Low, double High) Dense => (-1, 10);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.LogP1Excess(x);
    }
}
