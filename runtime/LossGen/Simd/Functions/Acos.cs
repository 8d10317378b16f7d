using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The arc cosine in radians, in [0, π], within 1 ulp. NaN outside [−1, 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Acos(V x) => OutOfLine<ArcCosine<V, T>, V, T>.Call(x);
}

/// <summary>arccos x: 2 arcsin √((1 − x)/2) above 1/2, π less that of −x below −1/2, π/2 − arcsin x between.</summary>
internal readonly struct ArcCosine<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x)
    {
        V s = ArcSineCore<V, T>.Evaluate(V.Abs(x), out V isLarge, out V low);

        // The last two cases are base − part, with base π or π/2 and part 2 arcsin s or arcsin x.
        V scale = V.Select(isLarge, V.Create(2.0), V.Xor(V.Create(1.0), Sign<V, T>.Of(x)));
        V turns = V.Select(isLarge, V.Create(2.0), V.Create(1.0));
        V difference = ErrorFree<V, T>.SumOrdered(turns * ArcSineCore<V, T>.HalfPi, -(scale * s), out V error);
        difference += error + V.MultiplyAdd(-scale, low, turns * ArcSineCore<V, T>.HalfPiLow);

        V isNearOne = V.And(isLarge, V.GreaterThan(x, V.Zero));
        return V.Select(isNearOne, V.Create(2.0) * (s + low), difference);
    }
}
