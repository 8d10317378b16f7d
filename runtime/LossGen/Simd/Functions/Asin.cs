using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The arc sine in radians, in [−π/2, π/2], within 1 ulp. NaN outside [−1, 1]; −0 gives −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Asin(V x) => OutOfLine<ArcSine<V, T>, V, T>.Call(x);
}

/// <summary>arcsin x, above 1/2 as π/2 − 2 arcsin √((1 − x)/2).</summary>
internal readonly struct ArcSine<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x)
    {
        V s = ArcSineCore<V, T>.Evaluate(V.Abs(x), out V isLarge, out V low);
        V large = ErrorFree<V, T>.SumOrdered(ArcSineCore<V, T>.HalfPi, V.Create(-2.0) * s, out V error);
        large += error + V.MultiplyAdd(V.Create(-2.0), low, ArcSineCore<V, T>.HalfPiLow);
        return V.Xor(V.Select(isLarge, large, s + low), Sign<V, T>.Of(x));
    }
}
