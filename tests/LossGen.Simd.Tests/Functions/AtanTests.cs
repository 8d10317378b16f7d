using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class AtanTests : UnaryFunctionTests<AtanTests.Atan>
{
    public readonly struct Atan : IUnaryFunction
    {
        public static string Table => "atan";

        public static double Reference(double x) => Math.Atan(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Atan(x);
    }
}
