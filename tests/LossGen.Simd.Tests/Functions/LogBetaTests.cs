using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class LogBetaTests : BinaryFunctionTests<LogBetaTests.LogBeta>
{
    public readonly struct LogBeta : IBinaryFunction
    {
        public static string Table => "log_beta";

        public static double MaximumUlps => 16;

        public static (double Low, double High) DenseX => (0.01, 40);

        public static (double Low, double High) DenseY => (0.01, 40);

        public static bool IsInDomain(double x, double y) => GammaReference.IsInDomain(x, y);

        public static double Reference(double x, double y) => GammaReference.LogBeta(x, y);

        public static double Scale(double x, double y, double expected) => Math.Abs(expected) + 1 + (Math.Min(x, y) * (1 + Math.Abs(Math.Log(x / y))));

        public static V Evaluate<V, T>(V x, V y)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.LogBeta(x, y);
    }
}
