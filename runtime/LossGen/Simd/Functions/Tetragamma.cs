using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>
    /// ψ″(x), the derivative of <see cref="Trigamma"/>, within 8 ulp for x &gt; 0, where it is negative. −∞ at +0, +∞ at −0, NaN at
    /// −1, −2, … and at −∞; −0 at +∞. For negative x the error is 8 ulp of the larger of |result| and 2: relative
    /// accuracy is lost at the zeros between the poles.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Tetragamma(V x) => OutOfLine<TetragammaFunction<V, T>, V, T>.Call(x);
}

/// <summary>
/// ψ″(x): up to 5 (float) or 7 (double) by ψ″(x) = ψ″(x + 1) − 2/x³, a sum of negative terms; from there its asymptotic
/// series; for negative x the reflection formula.
/// </summary>
internal readonly struct TetragammaFunction<V, T> : IOutOfLineFunction<V, T>
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

    /// <summary>ψ″(x) = ψ″(1 − x) − 2π³ cos(πx)/sin³(πx) for x &lt; 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static V Reflected(V x)
    {
        V fraction = x - V.Round(x);
        V sine = QuarterTurn<V, T>.SineOfPi(fraction, out V sineLow, out V cosine);

        // A sine this small overflows the cube below but not its reciprocal.
        sine = V.MaxOrRight(sine, V.Create(typeof(T) == typeof(float) ? 1e-30 : 1e-150));
        V reciprocal = V.Create(1.0) / sine;
        V cosecant = QuarterTurn<V, T>.Pi * reciprocal;

        // The cube triples the error of π/sin, so take away what its roundings lost.
        V remainder = V.MultiplyAdd(-cosecant, sine, QuarterTurn<V, T>.Pi) + V.MultiplyAdd(-cosecant, sineLow, QuarterTurn<V, T>.PiLow);
        cosecant = V.Xor(V.MultiplyAdd(remainder, reciprocal, cosecant), Sign<V, T>.Of(fraction));
        V product = V.Create(2.0) * cosine * cosecant * cosecant;
        V result = V.MultiplyAdd(-product, cosecant, Positive(V.Create(1.0) - x));
        return V.Select(V.Equal(fraction, V.Zero), V.Create(double.NaN), result);
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
            sum = V.Select(continues, V.MultiplyAdd(term * term, term + term, sum), sum);
            y = V.Select(continues, y + one, y);
        }

        // −1/x² − 1/x³ − S(1/x²)/x⁴
        V reciprocal = one / y;
        V square = reciprocal * reciprocal;
        V series = V.MultiplyAdd(square, SeriesPolynomial(square), reciprocal);
        return -(sum + V.MultiplyAdd(square, series, square));
    }

    /// <summary>x⁴ (−ψ″(x) − 1/x² − 1/x³) in z = 1/x²; errors are relative to ψ″.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SeriesPolynomial(V z)
    {
        if (typeof(T) == typeof(float))
        {
            // Chebyshev fit of degree 3 on [0, 0.04]; error below 2^−30.2 with the rounded coefficients.
            V p = V.Create(-0.2449868);
            p = V.MultiplyAdd(p, z, V.Create(0.16537273));
            p = V.MultiplyAdd(p, z, V.Create(-0.16665657));
            p = V.MultiplyAdd(p, z, V.Create(0.5));
            return p;
        }
        else
        {
            // Chebyshev fit of degree 8 on [0, 0.020408]; error below 2^−60.26 with the rounded coefficients.
            V z2 = z * z;
            V even = V.Create(454.0907448469411);
            even = V.MultiplyAdd(even, z2, V.Create(17.156016157211017));
            even = V.MultiplyAdd(even, z2, V.Create(0.8333066476505738));
            even = V.MultiplyAdd(even, z2, V.Create(0.16666666646342745));
            even = V.MultiplyAdd(even, z2, V.Create(0.5));
            V odd = V.Create(-102.14978655535624);
            odd = V.MultiplyAdd(odd, z2, V.Create(-3.2865660188488057));
            odd = V.MultiplyAdd(odd, z2, V.Create(-0.29999989638536717));
            odd = V.MultiplyAdd(odd, z2, V.Create(-0.1666666666665122));
            return V.MultiplyAdd(odd, z, even);
        }
    }
}
