using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class ErfcTests : UnaryFunctionTests<ErfcTests.Erfc>
{
    public readonly struct Erfc : IUnaryFunction
    {
        public static string Table => "erfc";

        public static double MaximumUlps => 8;

        public static (double Low, double High) Dense => (-4, 10.2);

        public static double Reference(double x) => LossMath.Erfc(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Erfc(x);
    }
}
