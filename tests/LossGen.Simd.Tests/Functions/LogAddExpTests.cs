using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class LogAddExpTests : BinaryFunctionTests<LogAddExpTests.LogAddExp>
{
    public readonly struct LogAddExp : IBinaryFunction
    {
        public static string Table => "logaddexp";

        public static double Scale(double x, double y, double expected) => Math.Max(Math.Max(Math.Abs(expected), Math.Abs(Math.Max(x, y))), Math.Abs(expected - Math.Max(x, y)));

        public static double Reference(double x, double y) => PreciseMath.LogAddExp(x, y);

        public static V Evaluate<V, T>(V x, V y)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.LogAddExp(x, y);
    }
}
