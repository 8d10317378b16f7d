using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class ExpM1Tests : UnaryFunctionTests<ExpM1Tests.ExpM1>
{
    public readonly struct ExpM1 : IUnaryFunction
    {
        public static string Table => "expm1";

        public static double Reference(double x) => PreciseMath.ExpM1(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.ExpM1(x);
    }
}
