using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class ErfcHazardTests : UnaryFunctionTests<ErfcHazardTests.ErfcHazard>
{
    public readonly struct ErfcHazard : IUnaryFunction
    {
        public static string Table => "erfc_hazard";

        public static double MaximumUlps => 8;

        public static double Reference(double x) => PreciseMath.ErfcHazard(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.ErfcHazard(x);
    }
}
