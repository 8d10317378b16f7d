using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>log(1 / (1 + e^−x)) = min(x, 0) − log(1 + e^(−|x|)), within 2 ulp.</summary>
    /// <remarks>The −0 gives a result that underflows its sign.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogSigmoid(V x) =>
        V.MinOrRight(V.Create(-0.0), x) - V.LogP1OfUnit(V.ExpOfNonPositive(-V.Abs(x)));
}
