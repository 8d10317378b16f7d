using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

/// <summary>e^x − y from e^x and from e^−x: the second is the first over e^x.</summary>
public sealed class RateDifferenceTests : BinaryFunctionTests<RateDifferenceTests.OfRate>
{
    public readonly struct OfRate : IBinaryFunction
    {
        public static string Table => "rate_difference";

        public static double MaximumUlps => 5;

        public static (double Low, double High) DenseX => (-3, 3);

        public static (double Low, double High) DenseY => (0, 20);

        /// <summary>Where the exponential is a normal number in float, too: elsewhere there is nothing but the plain difference.</summary>
        public static bool IsInDomain(double x, double y) => !(Math.Abs(x) > 80);

        public static double Reference(double x, double y) => Math.Abs(x) < 0.5 ? LossMath.ExpM1(x) - (y - 1) + 0.0 : Math.Exp(x) - y;

        /// <summary>Next to the zero the result's own magnitude, as far as the logarithm of y is known.</summary>
        public static double Scale(double x, double y, double expected) =>
            Math.Abs(expected) < y / 260 ? Math.Max(Math.Abs(expected), Math.Abs(x) * y / 2048) : Math.Max(Math.Exp(x), Math.Abs(y));

        public static V Evaluate<V, T>(V x, V y)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            V one = V.Create(1.0);
            V rate = V.Exp(x);
            V fromRate = V.RateDifference(x, y, rate, one);
            V fromInverse = rate * V.RateDifference(x, y, one, V.Exp(-x));
            return V.Select(V.LessThan(V.Abs(fromRate), rate * 0.003), V.Select(V.GreaterThan(x, V.Zero), fromRate, fromInverse), fromRate);
        }
    }
}
