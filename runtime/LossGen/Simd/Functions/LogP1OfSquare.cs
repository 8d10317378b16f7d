using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>log(1 + k·x²), within 2 ulp, also relative to a small result and where x² overflows; −∞ where k·x² is −1, NaN where it is below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogP1OfSquare(V k, V x)
    {
        var isSingle = typeof(T) == typeof(float);
        var one = V.Create(1.0);

        // Where k·x² is so large that the 1 is lost, its exponent is taken apart from its fraction.
        var isLarge = V.GreaterThan(k * x * x, isSingle ? V.Create(1e30) : V.Create(1e290));
        var isFinite = V.And(V.IsFinite(k), V.IsFinite(x));
        var factor = V.Select(isLarge, V.Mantissa(k), k);
        var scaled = V.Select(isLarge, V.Mantissa(x), x);
        var slope = ErrorFree<V, T>.Product(factor, scaled, out var slopeLow);
        var square = ErrorFree<V, T>.Product(slope, scaled, out var squareLow);
        squareLow = V.MultiplyAdd(slopeLow, scaled, squareLow);

        var sum = V.Select(isLarge, square, square + one);
        _ = LogarithmReduction.Reduce<V, T>(sum, out var exponent);
        var scale = V.ScaleNearOne(one, -exponent);
        var f = V.MultiplyAdd(squareLow, scale, V.MultiplyAdd(square, scale, V.Select(isLarge, V.Zero, scale) - one));
        exponent += V.Select(isLarge, V.Exponent(k) + (V.Exponent(x) * 2.0), V.Zero);
        var result = LogarithmReduction.Combine<V, T>(exponent, f, LogarithmReduction.Tail<V, T>(f));
        result = V.CopySign(LogarithmReduction.WithSpecialValues<V, T>(result, sum), square);
        return V.Select(V.And(isLarge, V.Not(isFinite)), V.Create(double.PositiveInfinity), result);
    }
}
