using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class AcosTests : UnaryFunctionTests<AcosTests.Acos>
{
    public readonly struct Acos : IUnaryFunction
    {
        public static string Table => "acos";

        public static double MaximumUlps => 1;

        public static (double Low, double High) Dense => (-1, 1);

        public static double Reference(double x) => Math.Acos(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Acos(x);
    }
}
