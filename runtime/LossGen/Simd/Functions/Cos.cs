using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The cosine of an angle in radians, within 1 ulp for every finite angle. ±∞ and NaN give NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Cos(V x) => OutOfLine<Cosine<V, T>, V, T>.Call(x);
}

/// <summary>cos x from the reduction of <see cref="QuarterTurn{V, T}"/>; huge angles go lane by lane to the scalar function.</summary>
internal readonly unsafe struct Cosine<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x)
    {
        V magnitude = V.Abs(x);
        V r = QuarterTurn<V, T>.Reduce(magnitude, out V rLow, out V quarter);
        V square = r * r;
        V sine = QuarterTurn<V, T>.Sine(r, rLow, square, out V sineLow);
        V cosine = QuarterTurn<V, T>.Cosine(r, rLow, square, out V cosineLow);

        // cos(r + k π/2) for k = 0, 1, 2, 3 is cos r, −sin r, −cos r, sin r.
        V isCosine = V.Or(V.Equal(quarter, V.Zero), V.Equal(quarter, V.Create(2.0)));
        V isNegative = V.Or(V.Equal(quarter, V.Create(1.0)), V.Equal(quarter, V.Create(2.0)));
        V result = V.Select(isCosine, cosine + cosineLow, sine + sineLow);
        result = V.Xor(result, V.And(isNegative, -V.Zero));

        V isHuge = V.GreaterThan(magnitude, QuarterTurn<V, T>.Limit);
        return V.Any(isHuge) ? LaneByLane<V, T>.Replace(result, isHuge, x, &Math.Cos) : result;
    }
}
