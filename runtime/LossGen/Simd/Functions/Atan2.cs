using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>
    /// The angle in radians, in [−π, π], between the positive x axis and the point (x, y), within 2 ulp.
    /// Zeros and infinities follow IEEE 754: (+0, −0) gives π, (∞, ∞) gives π/4; NaN in either gives NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Atan2(V y, V x) => OutOfLineOfTwo<ArcTangentOfTwo<V, T>, V, T>.Call(y, x);
}

/// <summary>The arc tangent of the smaller coordinate over the larger, reflected into its octant.</summary>
internal readonly struct ArcTangentOfTwo<V, T> : IOutOfLineFunctionOfTwo<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V y, V x)
    {
        V height = V.Abs(y);
        V width = V.Abs(x);
        V numerator = V.Min(height, width);
        V denominator = V.Max(height, width);
        V infinity = V.Create(double.PositiveInfinity);

        V quotient = numerator / denominator;
        V low = V.MultiplyAdd(-quotient, denominator, numerator) / denominator;
        V hasLow = V.And(V.GreaterThan(denominator, V.Zero), V.LessThan(denominator, infinity));
        low = V.Select(hasLow, low, V.Zero);
        quotient = V.Select(V.Equal(denominator, V.Zero), V.Zero, quotient);
        quotient = V.Select(V.Equal(numerator, infinity), V.Create(1.0), quotient);
        V correction = ArcTangentCore<V, T>.Correction(quotient, low);

        // Octants: the angle is q, π/2 − q, π/2 + q or π − q, that is turns · π/2 ± q.
        V isSteep = V.GreaterThan(height, width);
        V isLeft = Sign<V, T>.IsSet(x);
        V turns = V.Select(isSteep, V.Create(1.0), V.Select(isLeft, V.Create(2.0), V.Zero));
        V flip = V.And(V.Xor(isSteep, isLeft), -V.Zero);
        V angle = ErrorFree<V, T>.SumOrdered(turns * ArcSineCore<V, T>.HalfPi, V.Xor(quotient, flip), out V error);
        angle += error + V.MultiplyAdd(turns, ArcSineCore<V, T>.HalfPiLow, V.Xor(correction, flip));
        return V.Xor(angle, Sign<V, T>.Of(y));
    }
}
