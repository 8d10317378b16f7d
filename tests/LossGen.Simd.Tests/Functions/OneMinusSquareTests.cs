using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class OneMinusSquareTests : UnaryFunctionTests<OneMinusSquareTests.OneMinusSquare>
{
    public readonly struct OneMinusSquare : IUnaryFunction
    {
        public static string Table => "one_minus_square";

        public static double MaximumUlps => 0.5000001;

        public static double Reference(double x) => Math.FusedMultiplyAdd(-x, x, 1);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.OneMinusSquare(x);
    }
}
