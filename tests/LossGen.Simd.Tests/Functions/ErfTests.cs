using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class ErfTests : UnaryFunctionTests<ErfTests.Erf>
{
    public readonly struct Erf : IUnaryFunction
    {
        public static string Table => "erf";

        public static (double Low, double High) Dense => (-4, 4);

        public static double Reference(double x) => x == 0 ? x : LossMath.Erf(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Erf(x);
    }
}
