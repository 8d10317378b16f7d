using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class LogP1OfSquareCurvatureTests : BinaryFunctionTests<LogP1OfSquareCurvatureTests.LogP1OfSquareCurvature>
{
    /// <summary>The first argument is the factor of the square.</summary>
    public readonly struct LogP1OfSquareCurvature : IBinaryFunction
    {
        public static string Table => "logp1_of_square_curvature";

        public static double MaximumUlps => 4;

        public static (double Low, double High) DenseX => (0, 10);

        /// <summary>Where x·y² is near 1, the error is that of the square.</summary>
        public static double Scale(double x, double y, double expected) => double.IsInfinity(1 + (x * y * y)) ? expected : x / (1 + (x * y * y));

        public static bool IsInDomain(double x, double y) => !(x < 0);

        public static double Reference(double x, double y) => double.IsInfinity(1 + (x * y * y)) ? -1 / y / y : x / (1 + (x * y * y)) * ((1 - (x * y * y)) / (1 + (x * y * y)));

        public static V Evaluate<V, T>(V x, V y)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.LogP1OfSquareCurvature(x, y);
    }
}
