using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The tangent of an angle in radians, within 1 ulp for every finite angle. ±∞ and NaN give NaN; −0 gives −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Tan(V x) => OutOfLine<Tangent<V, T>, V, T>.Call(x);
}

/// <summary>tan x as the quotient of two unevaluated sums; huge angles go lane by lane to the scalar function.</summary>
internal readonly unsafe struct Tangent<V, T> : IOutOfLineFunction<V, T>
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
        sine = ErrorFree<V, T>.SumOrdered(sine, sineLow, out sineLow);
        cosine = ErrorFree<V, T>.SumOrdered(cosine, cosineLow, out cosineLow);

        // tan(r + k π/2) is sin r / cos r for even k and −cos r / sin r for odd k.
        V isEven = V.Or(V.Equal(quarter, V.Zero), V.Equal(quarter, V.Create(2.0)));
        V numerator = V.Select(isEven, sine, -cosine);
        V numeratorLow = V.Select(isEven, sineLow, -cosineLow);
        V denominator = V.Select(isEven, cosine, sine);
        V denominatorLow = V.Select(isEven, cosineLow, sineLow);

        V reciprocal = V.Create(1.0) / denominator;
        V quotient = numerator * reciprocal;
        V remainder = V.MultiplyAdd(-quotient, denominator, numerator);
        remainder += V.MultiplyAdd(-quotient, denominatorLow, numeratorLow);
        V result = V.Xor(V.MultiplyAdd(remainder, reciprocal, quotient), Sign<V, T>.Of(x));

        V isHuge = V.GreaterThan(magnitude, QuarterTurn<V, T>.Limit);
        return V.Any(isHuge) ? LaneByLane<V, T>.Replace(result, isHuge, x, &Math.Tan) : result;
    }
}
