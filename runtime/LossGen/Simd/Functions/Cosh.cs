using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The hyperbolic cosine, within 1 ulp. ±∞ give +∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Cosh(V x) => OutOfLine<HyperbolicCosine<V, T>, V, T>.Call(x);
}

/// <summary>cosh x = (e^|x| + e^−|x|)/2, both terms with their rounding errors.</summary>
internal readonly struct HyperbolicCosine<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x)
    {
        V exponential = ExtendedExponential<V, T>.Evaluate(V.Abs(x), V.Zero, out V low, out V exponent);

        // 1/(h + l) = 1/h + (1 − h/h − l/h)/h to first order in l.
        V reciprocal = V.Create(1.0) / exponential;
        V reciprocalLow = (V.MultiplyAdd(-reciprocal, exponential, V.Create(1.0)) - low * reciprocal) * reciprocal;
        V shift = V.Create(-2.0) * exponent;
        V sum = ErrorFree<V, T>.SumOrdered(exponential, V.Scale(reciprocal, shift), out V error);
        sum += error + (low + V.Scale(reciprocalLow, shift));
        return V.ScaleNearOne(sum, exponent - V.Create(1.0));
    }
}
