using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class XLogYTests : BinaryFunctionTests<XLogYTests.XLogY>
{
    public readonly struct XLogY : IBinaryFunction
    {
        public static string Table => "xlogy";

        public static (double Low, double High) DenseY => (0, 3);

        public static double Reference(double x, double y) => x == 0 && !double.IsNaN(y) ? 0 : x * Math.Log(y);

        public static V Evaluate<V, T>(V x, V y)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.XLogY(x, y);
    }
}
