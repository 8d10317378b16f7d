using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class Log1MExpTests : UnaryFunctionTests<Log1MExpTests.Log1MExp>
{
    public readonly struct Log1MExp : IUnaryFunction
    {
        public static string Table => "log1mexp";

        public static (double Low, double High) Dense => (-5, 0);

        public static double Reference(double x) => PreciseMath.Log1MExp(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Log1MExp(x);
    }
}
