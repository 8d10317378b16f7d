using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class LogP1Tests : UnaryFunctionTests<LogP1Tests.LogP1>
{
    public readonly struct LogP1 : IUnaryFunction
    {
        public static string Table => "logp1";

        public static (double Low, double High) Dense => (-1, 3);

        public static double Reference(double x) => PreciseMath.LogP1(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.LogP1(x);
    }
}
