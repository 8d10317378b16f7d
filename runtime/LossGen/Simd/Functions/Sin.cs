using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The sine of an angle in radians, within 1 ulp for every finite angle. ±∞ and NaN give NaN; −0 gives −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Sin(V x) => OutOfLine<Sine<V, T>, V, T>.Call(x);
}

/// <summary>sin x from the reduction of <see cref="QuarterTurn{V, T}"/>; huge angles go lane by lane to the scalar function.</summary>
internal readonly unsafe struct Sine<V, T> : IOutOfLineFunction<V, T>
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

        // sin(r + k π/2) for k = 0, 1, 2, 3 is sin r, cos r, −sin r, −cos r.
        V isSine = V.Or(V.Equal(quarter, V.Zero), V.Equal(quarter, V.Create(2.0)));
        V isNegative = V.GreaterThanOrEqual(quarter, V.Create(2.0));
        V result = V.Select(isSine, sine + sineLow, cosine + cosineLow);
        result = V.Xor(result, V.And(isNegative, -V.Zero));
        result = V.Xor(result, Sign<V, T>.Of(x));

        V isHuge = V.GreaterThan(magnitude, QuarterTurn<V, T>.Limit);
        return V.Any(isHuge) ? LaneByLane<V, T>.Replace(result, isHuge, x, &Math.Sin) : result;
    }
}
