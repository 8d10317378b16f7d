using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>1 / (1 + e^−x), within 2 ulp; no intermediate overflows, and the lower tail keeps its relative accuracy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Sigmoid(V x)
    {
        var one = V.Create(1.0);
        var exponential = V.ExpOfNonPositive(-V.Abs(x));
        return V.Select(V.LessThan(x, V.Zero), exponential, one) / (one + exponential);
    }
}
