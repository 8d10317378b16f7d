using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class LogP1OfUnitTests : UnaryFunctionTests<LogP1OfUnitTests.LogP1OfUnit>
{
    public readonly struct LogP1OfUnit : IUnaryFunction
    {
        public static string Table => "logp1_of_unit";

        public static (double Low, double High) Dense => (0, 1);

        public static bool IsInDomain(double x) => double.IsNaN(x) || (x >= 0 && x <= 1);

        public static double Reference(double x) => PreciseMath.LogP1(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.LogP1OfUnit(x);
    }
}
