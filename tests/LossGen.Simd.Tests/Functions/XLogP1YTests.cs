using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class XLogP1YTests : BinaryFunctionTests<XLogP1YTests.XLogP1Y>
{
    public readonly struct XLogP1Y : IBinaryFunction
    {
        public static string Table => "xlogp1y";

        public static (double Low, double High) DenseY => (-1, 3);

        public static double Reference(double x, double y) => x == 0 && !double.IsNaN(y) ? 0 : x * PreciseMath.LogP1(y);

        public static V Evaluate<V, T>(V x, V y)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.XLogP1Y(x, y);
    }
}
