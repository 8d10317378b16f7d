using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>
    /// ψ′(x), the derivative of <see cref="Digamma"/>, within 8 ulp. Positive; +∞ at the poles 0, −1, −2, …, NaN at −∞, and
    /// 0 at +∞.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Trigamma(V x) => OutOfLine<TrigammaFunction<V, T>, V, T>.Call(x);
}

/// <summary>
/// ψ′(x): up to 5 (float) or 7 (double) by ψ′(x) = ψ′(x + 1) + 1/x², a sum of positive terms; from there its asymptotic
/// series; for negative x the reflection formula, which does not cancel either.
/// </summary>
internal readonly struct TrigammaFunction<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x)
    {
        V isNegative = V.LessThan(x, V.Zero);
        return V.Any(isNegative)
            ? V.Select(isNegative, Reflected(x), Positive(V.Select(isNegative, V.Create(1.0), x)))
            : Positive(x);
    }

    /// <summary>ψ′(x) = π²/sin²(πx) − ψ′(1 − x) for x &lt; 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static V Reflected(V x)
    {
        V fraction = x - V.Round(x);
        V cosecant = V.Create(Math.PI) / QuarterTurn<V, T>.SineOfPi(fraction, out _, out _);
        return V.MultiplyAdd(cosecant, cosecant, -Positive(V.Create(1.0) - x));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Positive(V x)
    {
        V one = V.Create(1.0);
        V limit = V.Create(typeof(T) == typeof(float) ? 5.0 : 7.0);
        V y = x;
        V sum = V.Zero;
        for (int step = 0; step < (typeof(T) == typeof(float) ? 5 : 7); step++)
        {
            V continues = V.LessThan(y, limit);
            V term = one / y;
            sum = V.Select(continues, V.MultiplyAdd(term, term, sum), sum);
            y = V.Select(continues, y + one, y);
        }

        // 1/x + 1/(2x²) + S(1/x²)/x³
        V reciprocal = one / y;
        V series = V.MultiplyAdd(reciprocal, SeriesPolynomial(reciprocal * reciprocal), V.Create(0.5));
        return sum + V.MultiplyAdd(reciprocal * reciprocal, series, reciprocal);
    }

    /// <summary>x³ (ψ′(x) − 1/x − 1/(2x²)) in z = 1/x²; errors are relative to ψ′.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SeriesPolynomial(V z)
    {
        if (typeof(T) == typeof(float))
        {
            // Chebyshev fit of degree 2 on [0, 0.04]; error below 2^−28.68 with the rounded coefficients.
            V p = V.Create(0.021990323);
            p = V.MultiplyAdd(p, z, V.Create(-0.033306777));
            p = V.MultiplyAdd(p, z, V.Create(0.16666661));
            return p;
        }
        else
        {
            // Chebyshev fit of degree 7 on [0, 0.020408]; error below 2^−60.35 with the rounded coefficients.
            V z2 = z * z;
            V even = V.Create(1.079233098646461);
            even = V.MultiplyAdd(even, z2, V.Create(0.07574457214481482));
            even = V.MultiplyAdd(even, z2, V.Create(0.023809523643258137));
            even = V.MultiplyAdd(even, z2, V.Create(0.16666666666666663));
            V odd = V.Create(-4.060247138096645);
            odd = V.MultiplyAdd(odd, z2, V.Create(-0.2517020799705357));
            odd = V.MultiplyAdd(odd, z2, V.Create(-0.03333326728356461));
            odd = V.MultiplyAdd(odd, z2, V.Create(-0.03333333333317285));
            return V.MultiplyAdd(odd, z, even);
        }
    }
}
