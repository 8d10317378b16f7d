using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>1 / (1 + e^−x), within 1.7 ulp; no intermediate overflows, and the lower tail keeps its relative accuracy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Sigmoid(V x) => LogisticFunction.Evaluate<V, T>(x, V.ExpOfNonPositive(-V.Abs(x)));
}
