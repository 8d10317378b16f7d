using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The inverse hyperbolic tangent, within 2 ulp. ±1 give ±∞; NaN outside [−1, 1]; −0 gives −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Atanh(V x) => OutOfLine<InverseHyperbolicTangent<V, T>, V, T>.Call(x);
}

/// <summary>artanh x = ln(1 + 2x/(1 − x))/2 for x ≥ 0, the quotient with its rounding errors.</summary>
internal readonly struct InverseHyperbolicTangent<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x)
    {
        V magnitude = V.Abs(x);
        V one = V.Create(1.0);
        V isInside = V.LessThan(magnitude, one);
        V x1 = V.Select(isInside, magnitude, V.Zero);

        V numerator = x1 + x1;
        V denominator = ErrorFree<V, T>.SumOrdered(one, -x1, out V denominatorLow);
        V quotient = numerator / denominator;
        V quotientLow = V.MultiplyAdd(-quotient, denominatorLow, V.MultiplyAdd(-quotient, denominator, numerator)) / denominator;
        V high = ErrorFree<V, T>.Sum(one, quotient, out V low);
        V result = V.Create(0.5) * ExtendedLogarithm<V, T>.Evaluate(high, low + quotientLow, V.Zero);

        V outside = V.Select(V.Equal(magnitude, one), V.Create(double.PositiveInfinity), V.Create(double.NaN));
        return V.Xor(V.Select(isInside, result, outside), Sign<V, T>.Of(x));
    }
}
