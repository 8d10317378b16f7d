using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class ExpM1MinusXTests : UnaryFunctionTests<ExpM1MinusXTests.ExpM1MinusX>
{
    public readonly struct ExpM1MinusX : IUnaryFunction
    {
        public static string Table => "expm1_minus_x";

        public static double Reference(double x) => PreciseMath.ExpM1MinusX(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.ExpM1MinusX(x);
    }
}
