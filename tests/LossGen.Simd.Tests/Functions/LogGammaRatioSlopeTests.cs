using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class LogGammaRatioSlopeTests : BinaryFunctionTests<LogGammaRatioSlopeTests.LogGammaRatioSlope>
{
    public readonly struct LogGammaRatioSlope : IBinaryFunction
    {
        public static string Table => "log_gamma_ratio_slope";

        public static double MaximumUlps => 16;

        public static (double Low, double High) DenseX => (0.01, 40);

        public static (double Low, double High) DenseY => (0.01, 40);

        public static bool IsInDomain(double x, double y) => GammaReference.IsInDomain(x, y);

        public static double Reference(double x, double y) => GammaReference.LogGammaRatioSlope(x, y);

        public static double Scale(double x, double y, double expected) => Math.Abs(expected) + (y * (1 + y) / x / x) + (x < 12 ? y / x : 0);

        public static V Evaluate<V, T>(V x, V y)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.LogGammaRatioSlope(x, y);
    }
}
