using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class TrigammaTests : UnaryFunctionTests<TrigammaTests.Trigamma>
{
    public readonly struct Trigamma : IUnaryFunction
    {
        public static string Table => "trigamma";

        public static double MaximumUlps => 8;

        public static double Reference(double x) => LossMath.Trigamma(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Trigamma(x);
    }
}
