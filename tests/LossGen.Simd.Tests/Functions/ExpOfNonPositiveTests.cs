using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class ExpOfNonPositiveTests : UnaryFunctionTests<ExpOfNonPositiveTests.ExpOfNonPositive>
{
    public readonly struct ExpOfNonPositive : IUnaryFunction
    {
        public static string Table => "exp_of_nonpositive";

        public static (double Low, double High) Dense => (-20, 0);

        public static bool IsInDomain(double x) => !(x > 0);

        public static double Reference(double x) => Math.Exp(x);

        public static V Evaluate<V, T>(V x)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.ExpOfNonPositive(x);
    }
}
