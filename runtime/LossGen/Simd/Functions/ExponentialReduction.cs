using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>The parts that all functions built on e^x share: <c>x = n·ln 2 + r</c> with |r| ≤ ½ ln 2, and a polynomial for e^r.</summary>
internal static class ExponentialReduction
{
    /// <summary>The remainder r; <paramref name="power"/> is n, an integer. The fused product makes the first subtraction exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Reduce<V, T>(V x, out V power)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        power = V.Round(x * 1.4426950408889634); // 1 / ln 2
        var remainder = V.MultiplyAdd(power, -LogarithmOfTwo.Rounded, x);
        return V.MultiplyAdd(power, -LogarithmOfTwo.Correction<T>(), remainder);
    }

    /// <summary>
    /// The quotient (e^r − 1 − r) / r² for |r| ≤ ½ ln 2: minimax polynomials (Remez, weighted so that e^r − 1 has the least relative
    /// error, coefficients refitted after rounding). Relative error of e^r − 1 at most 2^-26.1 for float and 2^-61.4 for double.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Quotient<V, T>(V r)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        var square = r * r;
        if (typeof(T) == typeof(float))
        {
            var low = V.MultiplyAdd(r, 0.16666539, 0.49999997);
            var high = V.MultiplyAdd(r, 0.008367102, 0.04166775);
            high = V.MultiplyAdd(square, 0.0013837537, high);
            return V.MultiplyAdd(high, square, low);
        }

        var p0 = V.MultiplyAdd(r, 0.16666666666666677, 0.5);
        var p2 = V.MultiplyAdd(r, 0.008333333333321744, 0.04166666666666669);
        var p4 = V.MultiplyAdd(r, 0.00019841269885373172, 0.0013888888888883245);
        var p6 = V.MultiplyAdd(r, 2.7557245229694906e-06, 2.4801587304200232e-05);
        var p8 = V.MultiplyAdd(r, 2.5108630717743884e-08, 2.755730715330916e-07);
        p8 = V.MultiplyAdd(square, 2.090077727109775e-09, p8);
        var fourth = square * square;
        p0 = V.MultiplyAdd(p2, square, p0);
        p4 = V.MultiplyAdd(p6, square, p4);
        p4 = V.MultiplyAdd(p8, fourth, p4);
        return V.MultiplyAdd(p4, fourth, p0);
    }

    /// <summary>e^r for |r| ≤ ½ ln 2; 1.1 ulp together with the rounding of r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V OfReduced<V, T>(V r)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged =>
        V.MultiplyAdd(r * r, Quotient<V, T>(r), r) + 1.0;
}
