using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class TanhTests : UnaryFunctionTests<TanhTests.Tanh>
{
    public readonly struct Tanh : IUnaryFunction
    {
        public static string Table => "tanh";

        public static double Reference(double x) => Math.Tanh(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Tanh(x);
    }
}
