using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>
    /// k·(1 − k·x²)/(1 + k·x²)², half the curvature of <c>LogP1OfSquare</c>, within 4 ulp for k ≥ 0, near its zeros relative to what cancels
    /// there; −1/x² where k·x² overflows.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogP1OfSquareCurvature(V k, V x)
    {
        var one = V.Create(1.0);
        var product = k * x;
        var denominator = V.MultiplyAdd(product, x, one);
        var isInfinite = V.Equal(V.Abs(denominator), V.Create(double.PositiveInfinity));
        denominator = V.Select(isInfinite, x, denominator);
        return (V.Select(isInfinite, -one, k) / denominator) * (V.Select(isInfinite, one, V.MultiplyAdd(-product, x, one)) / denominator);
    }
}
