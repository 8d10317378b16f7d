using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class HypotTests : BinaryFunctionTests<HypotTests.Hypot>
{
    public readonly struct Hypot : IBinaryFunction
    {
        public static string Table => "hypot";

        public static double Reference(double x, double y) => double.Hypot(x, y);

        public static V Evaluate<V, T>(V x, V y)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Hypot(x, y);
    }
}
