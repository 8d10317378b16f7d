using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class AcoshTests : UnaryFunctionTests<AcoshTests.Acosh>
{
    public readonly struct Acosh : IUnaryFunction
    {
        public static string Table => "acosh";

        public static (double Low, double High) Dense => (1, 10);

        public static double Reference(double x) => Math.Acosh(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Acosh(x);
    }
}
