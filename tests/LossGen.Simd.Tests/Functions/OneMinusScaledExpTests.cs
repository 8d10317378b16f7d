using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class OneMinusScaledExpTests : BinaryFunctionTests<OneMinusScaledExpTests.OneMinusScaledExp>
{
    public readonly struct OneMinusScaledExp : IBinaryFunction
    {
        public static string Table => "one_minus_scaled_exp";

        public static double MaximumUlps => 3;

        public static (double Low, double High) DenseX => (-3, 3);

        public static (double Low, double High) DenseY => (0, 20);

        /// <summary>Where the exponential is a normal number in float, too: elsewhere there is nothing but the plain difference.</summary>
        public static bool IsInDomain(double x, double y) => !(Math.Abs(x) > 80);

        public static double Reference(double x, double y) => Math.Abs(x) < 0.5 ? (LossMath.ExpM1(x) - (y - 1) + 0.0) * Math.Exp(-x) : 1 - (y * Math.Exp(-x));

        /// <summary>Next to the zero the result's own magnitude, as far as the logarithm of y is known.</summary>
        public static double Scale(double x, double y, double expected) =>
            Math.Abs(expected) < 1.0 / 260 ? Math.Max(Math.Abs(expected), Math.Abs(x) / 2048) : Math.Max(Math.Abs(y * Math.Exp(-x)), 1);

        public static V Evaluate<V, T>(V x, V y)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.OneMinusScaledExp(x, y, V.Exp(-x));
    }
}
