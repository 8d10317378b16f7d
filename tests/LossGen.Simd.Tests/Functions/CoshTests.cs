using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class CoshTests : UnaryFunctionTests<CoshTests.Cosh>
{
    public readonly struct Cosh : IUnaryFunction
    {
        public static string Table => "cosh";

        public static double Reference(double x) => Math.Cosh(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Cosh(x);
    }
}
