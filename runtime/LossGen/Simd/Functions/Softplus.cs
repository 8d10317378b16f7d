using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>log(1 + e^x) = max(x, 0) + log(1 + e^(−|x|)), within 2 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Softplus(V x) =>
        V.MaxOrRight(V.Zero, x) + V.LogP1OfUnit(V.ExpOfNonPositive(-V.Abs(x)));

    /// <summary>Softplus together with its derivative, <see cref="Sigmoid"/>: one exponential serves both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Softplus(V x, out V sigmoid)
    {
        var exponential = V.ExpOfNonPositive(-V.Abs(x));
        sigmoid = LogisticFunction.Evaluate<V, T>(x, exponential);
        return V.MaxOrRight(V.Zero, x) + V.LogP1OfUnit(exponential);
    }
}
