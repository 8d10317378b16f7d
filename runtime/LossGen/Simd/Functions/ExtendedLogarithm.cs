using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>
/// ln of an unevaluated sum, with an error below one ulp of the result, even where the sum is close to 1: the form in which
/// the inverse hyperbolic functions need it.
/// </summary>
internal static class ExtendedLogarithm<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>
    /// ln((high + low) · 2^shift) for a positive, normal, finite sum. The low part enters by the derivative, and all large parts are
    /// summed with their rounding errors.
    /// </summary>
    /// <param name="high">The high part, positive.</param>
    /// <param name="low">The low part, at most an ulp of the high part.</param>
    /// <param name="shift">An integer power of two.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V high, V low, V shift)
    {
        V f = LogarithmReduction.Reduce<V, T>(high, out V exponent);
        V mantissa = f + V.Create(1.0);
        V relativeLow = V.Scale(low, -exponent) / mantissa;
        exponent += shift;

        V product = ErrorFree<V, T>.Product(exponent, LogarithmOfTwo.High<V, T>(), out V productError);
        V sum = ErrorFree<V, T>.SumOrdered(product, f, out V error);
        V tail = V.MultiplyAdd(exponent, LogarithmOfTwo.Low<V, T>(), relativeLow) + LogarithmReduction.Tail<V, T>(f);
        return sum + ((error + productError) + tail);
    }
}
