using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>log(1 + e^x) = max(x, 0) + log(1 + e^(−|x|)), within 2 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Softplus(V x) =>
        V.MaxOrRight(V.Zero, x) + V.LogP1OfUnit(V.ExpOfNonPositive(-V.Abs(x)));
}
