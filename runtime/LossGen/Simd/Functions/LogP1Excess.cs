using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>log(1 + x) − x/(1 + x), within 4 ulp of x² near 0 too; +∞ at −1, NaN below. Below 1 it is w − log(1 + w) with w = −x/(1 + x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogP1Excess(V x)
    {
        V one = V.Create(1.0);
        V reciprocal = one / (one + x);
        V result = V.Select(V.LessThan(x, one), V.XMinusLogP1(-(x * reciprocal)), V.LogP1(x) - (one - reciprocal));
        return V.Select(V.LessThan(x, -one), V.Create(double.NaN), result);
    }
}
