using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class PowTests : BinaryFunctionTests<PowTests.Pow>
{
    public readonly struct Pow : IBinaryFunction
    {
        public static string Table => "pow";

        public static (double Low, double High) DenseX => (0, 4);

        public static (double Low, double High) DenseY => (-60, 60);

        public static double Reference(double x, double y) => Math.Pow(x, y);

        public static V Evaluate<V, T>(V x, V y)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Pow(x, y);
    }
}
