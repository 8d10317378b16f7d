using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class CbrtTests : UnaryFunctionTests<CbrtTests.Cbrt>
{
    public readonly struct Cbrt : IUnaryFunction
    {
        public static string Table => "cbrt";

        public static (double Low, double High) Dense => (-10, 10);

        public static double Reference(double x) => Math.Cbrt(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Cbrt(x);
    }
}
