using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The arc tangent in radians, within 2 ulp. ±∞ give ±π/2; −0 gives −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Atan(V x) => OutOfLine<ArcTangent<V, T>, V, T>.Call(x);
}

/// <summary>arctan x, above 1 as π/2 − arctan(1/x).</summary>
internal readonly struct ArcTangent<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x)
    {
        V magnitude = V.Abs(x);
        V isLarge = V.GreaterThan(magnitude, V.Create(1.0));
        V reciprocal = V.Create(1.0) / magnitude;

        // What the reciprocal lost matters only while it is not itself lost beside π/2.
        V needsLow = V.And(isLarge, V.LessThan(magnitude, V.Create(1e18)));
        V reciprocalLow = V.MultiplyAdd(-reciprocal, magnitude, V.Create(1.0)) * reciprocal;
        V quotient = V.Select(isLarge, reciprocal, magnitude);
        V correction = ArcTangentCore<V, T>.Correction(quotient, V.Select(needsLow, reciprocalLow, V.Zero));

        V large = ErrorFree<V, T>.SumOrdered(ArcSineCore<V, T>.HalfPi, -quotient, out V error);
        large += error + (ArcSineCore<V, T>.HalfPiLow - correction);
        return V.Xor(V.Select(isLarge, large, quotient + correction), Sign<V, T>.Of(x));
    }
}
