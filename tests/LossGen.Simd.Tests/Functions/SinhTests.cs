using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class SinhTests : UnaryFunctionTests<SinhTests.Sinh>
{
    public readonly struct Sinh : IUnaryFunction
    {
        public static string Table => "sinh";

        public static double Reference(double x) => Math.Sinh(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Sinh(x);
    }
}
