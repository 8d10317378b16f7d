using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class SechSquaredTests : UnaryFunctionTests<SechSquaredTests.SechSquared>
{
    public readonly struct SechSquared : IUnaryFunction
    {
        public static string Table => "sech_squared";

        public static double MaximumUlps => 4;

        public static double Reference(double x) => 4 * Math.Exp(-2 * Math.Abs(x)) / Math.Pow(1 + Math.Exp(-2 * Math.Abs(x)), 2);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.SechSquared(x);
    }
}
