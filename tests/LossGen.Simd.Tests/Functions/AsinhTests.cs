using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class AsinhTests : UnaryFunctionTests<AsinhTests.Asinh>
{
    public readonly struct Asinh : IUnaryFunction
    {
        public static string Table => "asinh";

        public static double Reference(double x) => Math.Asinh(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Asinh(x);
    }
}
