using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class LogP1OfSquareTests : BinaryFunctionTests<LogP1OfSquareTests.LogP1OfSquare>
{
    /// <summary>The first argument is the factor of the square.</summary>
    public readonly struct LogP1OfSquare : IBinaryFunction
    {
        public static string Table => "logp1_of_square";

        public static (double Low, double High) DenseX => (0, 10);

        /// <summary>A subnormal factor leaves products without their last digits.</summary>
        public static bool IsInDomain(double x, double y) => !(Math.Abs(x) < 1.17549435e-38) || x == 0;

        public static double Reference(double x, double y) => PreciseMath.LogP1(x * y * y);

        public static V Evaluate<V, T>(V x, V y)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.LogP1OfSquare(x, y);
    }
}
