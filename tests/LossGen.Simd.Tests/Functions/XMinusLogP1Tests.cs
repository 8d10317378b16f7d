using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class XMinusLogP1Tests : UnaryFunctionTests<XMinusLogP1Tests.XMinusLogP1>
{
    public readonly struct XMinusLogP1 : IUnaryFunction
    {
        public static string Table => "x_minus_logp1";

        public static double Reference(double x) => PreciseMath.XMinusLogP1(x);

        public static (double Low, double High) Dense => (-1, 10);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.XMinusLogP1(x);
    }
}
