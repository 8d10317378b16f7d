using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>The starting value of the cube root.</summary>
internal static class CubeRootOfMantissa
{
    /// <summary>∛m for m in [1, 2], minimax; relative error 2^-10.6 for float and 2^-19.6 for double, which one cubic step brings below 2^-31 and 2^-58.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Approximate<V, T>(V m)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        V p;
        if (typeof(T) == typeof(float))
        {
            p = V.MultiplyAdd(m, -0.06031966, 0.43944275);
            return V.MultiplyAdd(p, m, 0.6215129);
        }

        p = V.MultiplyAdd(m, 0.005348349602186062, -0.050385083787871904);
        p = V.MultiplyAdd(p, m, 0.20277299147030303);
        p = V.MultiplyAdd(p, m, -0.46922261066743376);
        p = V.MultiplyAdd(p, m, 0.8381556804944452);
        return V.MultiplyAdd(p, m, 0.47333190302804845);
    }
}
