using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class LogGammaTests : UnaryFunctionTests<LogGammaTests.LogGamma>
{
    public readonly struct LogGamma : IUnaryFunction
    {
        public static string Table => "log_gamma";

        public static double MaximumUlps => 8;

        public static double Reference(double x) => LossMath.LogGamma(x);

        // Relative accuracy is lost at the zeros left of −2.
        public static double Scale(double x, double expected) => x < 0 ? Math.Max(Math.Abs(expected), LossMath.LogGamma(1 - x)) : expected;

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.LogGamma(x);
    }
}
