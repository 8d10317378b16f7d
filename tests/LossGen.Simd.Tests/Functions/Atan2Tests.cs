using System.Numerics;
using LossGen.Simd.Tests.Harness;

namespace LossGen.Simd.Tests.Functions;

public sealed class Atan2Tests : BinaryFunctionTests<Atan2Tests.Atan2>
{
    /// <summary>The first argument is y, as in the function's own signature.</summary>
    public readonly struct Atan2 : IBinaryFunction
    {
        public static string Table => "atan2";

        public static double Reference(double x, double y) => Math.Atan2(x, y);

        public static V Evaluate<V, T>(V x, V y)
            where V : struct, ISimdVector<V, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Atan2(x, y);
    }
}
