using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class ExpTests : UnaryFunctionTests<ExpTests.Exp>
{
    public readonly struct Exp : IUnaryFunction
    {
        public static string Table => "exp";

        public static double Reference(double x) => Math.Exp(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Exp(x);
    }
}
