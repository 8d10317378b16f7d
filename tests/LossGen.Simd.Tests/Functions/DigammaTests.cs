using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class DigammaTests : UnaryFunctionTests<DigammaTests.Digamma>
{
    public readonly struct Digamma : IUnaryFunction
    {
        public static string Table => "digamma";

        public static double MaximumUlps => 8;

        public static double Reference(double x) => LossMath.Digamma(x);

        // Relative accuracy is lost at the zeros between the poles.
        public static double Scale(double x, double expected) => x < 0 ? Math.Max(Math.Abs(expected), Math.Max(Math.PI, Math.Log(1 - x))) : expected;

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Digamma(x);
    }
}
