using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class LogBetaSlopeTests : BinaryFunctionTests<LogBetaSlopeTests.LogBetaSlope>
{
    public readonly struct LogBetaSlope : IBinaryFunction
    {
        public static string Table => "log_beta_slope";

        public static double MaximumUlps => 16;

        public static (double Low, double High) DenseX => (0.01, 40);

        public static (double Low, double High) DenseY => (0.01, 40);

        public static bool IsInDomain(double x, double y) => GammaReference.IsInDomain(x, y);

        public static double Reference(double x, double y) => GammaReference.LogBetaSlope(x, y);

        public static V Evaluate<V, T>(V x, V y)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.LogBetaSlope(x, y);
    }
}
