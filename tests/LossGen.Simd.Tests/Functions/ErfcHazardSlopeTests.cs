using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class ErfcHazardSlopeTests : UnaryFunctionTests<ErfcHazardSlopeTests.ErfcHazardSlope>
{
    public readonly struct ErfcHazardSlope : IUnaryFunction
    {
        public static string Table => "erfc_hazard_slope";

        public static double MaximumUlps => 8;

        /// <summary>e^(−x²), of which the function has 2|x| multiples, is a subnormal number of float from −9.3 to −10.2, of double from −26.5 to −27.3.</summary>
        public static double Scale(double x, double expected) => x switch
        {
            > -10.3 and < -9.3 => Math.Max(expected, 3e-37),
            > -27.4 and < -26.5 => Math.Max(expected, 1e-306),
            _ => expected,
        };

        public static double Reference(double x) => PreciseMath.ErfcHazardSlope(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.ErfcHazardSlope(x);
    }
}
