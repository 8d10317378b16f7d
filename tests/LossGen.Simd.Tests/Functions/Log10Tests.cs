using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class Log10Tests : UnaryFunctionTests<Log10Tests.Log10>
{
    public readonly struct Log10 : IUnaryFunction
    {
        public static string Table => "log10";

        public static (double Low, double High) Dense => (0, 3);

        public static double Reference(double x) => Math.Log10(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Log10(x);
    }
}
