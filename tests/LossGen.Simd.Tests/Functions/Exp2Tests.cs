using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class Exp2Tests : UnaryFunctionTests<Exp2Tests.Exp2>
{
    public readonly struct Exp2 : IUnaryFunction
    {
        public static string Table => "exp2";

        public static double Reference(double x) => Math.Pow(2, x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Exp2(x);
    }
}
