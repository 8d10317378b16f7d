using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class LogP1OfSquareSlopeTests : BinaryFunctionTests<LogP1OfSquareSlopeTests.LogP1OfSquareSlope>
{
    /// <summary>The first argument is the factor of the square.</summary>
    public readonly struct LogP1OfSquareSlope : IBinaryFunction
    {
        public static string Table => "logp1_of_square_slope";

        public static (double Low, double High) DenseX => (0, 10);

        public static double MaximumUlps => 3;

        public static bool IsInDomain(double x, double y) => !(x < 0);

        public static double Reference(double x, double y) => double.IsInfinity(1 + (x * y * y)) ? 1 / y : x * y / (1 + (x * y * y));

        public static V Evaluate<V, T>(V x, V y)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.LogP1OfSquareSlope(x, y);
    }
}
