using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class TetragammaTests : UnaryFunctionTests<TetragammaTests.Tetragamma>
{
    public readonly struct Tetragamma : IUnaryFunction
    {
        public static string Table => "tetragamma";

        public static double MaximumUlps => 8;

        public static double Reference(double x) => double.IsPositiveInfinity(x) ? -0.0 : LossMath.Tetragamma(x);

        // Relative accuracy is lost at the zeros between the poles.
        public static double Scale(double x, double expected) => x < 0 ? Math.Max(Math.Abs(expected), 2) : expected;

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Tetragamma(x);
    }
}
