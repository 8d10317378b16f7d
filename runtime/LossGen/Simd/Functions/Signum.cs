using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>1 above zero, −1 below; zeros and NaN stay what they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Sign(V x)
    {
        var isNonzero = V.GreaterThan(V.Abs(x), V.Zero);
        return V.Select(isNonzero, V.CopySign(V.Create(1.0), x), x);
    }
}
