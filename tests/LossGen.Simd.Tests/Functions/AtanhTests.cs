using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class AtanhTests : UnaryFunctionTests<AtanhTests.Atanh>
{
    public readonly struct Atanh : IUnaryFunction
    {
        public static string Table => "atanh";

        public static (double Low, double High) Dense => (-1, 1);

        public static double Reference(double x) => Math.Atanh(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Atanh(x);
    }
}
