using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class Log2Tests : UnaryFunctionTests<Log2Tests.Log2>
{
    public readonly struct Log2 : IUnaryFunction
    {
        public static string Table => "log2";

        public static (double Low, double High) Dense => (0, 3);

        public static double Reference(double x) => Math.Log2(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Log2(x);
    }
}
