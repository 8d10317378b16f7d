using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>k·x/(1 + k·x²), half the slope of <c>LogP1OfSquare</c>, within 3 ulp for k ≥ 0; 1/x where k·x² overflows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogP1OfSquareSlope(V k, V x)
    {
        var product = k * x;
        var denominator = V.MultiplyAdd(product, x, V.Create(1.0));
        var isInfinite = V.Equal(V.Abs(denominator), V.Create(double.PositiveInfinity));
        return V.Select(isInfinite, V.Create(1.0), product) / V.Select(isInfinite, x, denominator);
    }
}
