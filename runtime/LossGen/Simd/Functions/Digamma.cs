using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>
    /// ψ(x), the derivative of ln Γ(x), within 8 ulp for x &gt; 0, near its zero at 1.4616… too. −∞ at +0, +∞ at −0, NaN at −1, −2, …
    /// and at −∞; +∞ gives +∞. For negative x the error is 8 ulp of the largest of |result|, π and ln(1 − x): relative
    /// accuracy is lost at the zeros between the poles.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Digamma(V x) => OutOfLine<DigammaFunction<V, T>, V, T>.Call(x);
}

/// <summary>
/// ψ(x): on [1, 2] the distance from its zero times a polynomial; there from below and above by ψ(x + 1) = ψ(x) + 1/x; from
/// 5 (float) or 7 (double) its asymptotic series; for negative x the reflection formula.
/// </summary>
internal readonly struct DigammaFunction<V, T> : IOutOfLineFunction<V, T>
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

    /// <summary>ψ(x) = ψ(1 − x) − π/tan(πx) for x &lt; 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static V Reflected(V x)
    {
        V fraction = x - V.Round(x);
        V sine = QuarterTurn<V, T>.SineOfPi(fraction, out _, out V cosine);
        V cotangent = V.Create(Math.PI) * cosine / V.Xor(sine, Sign<V, T>.Of(fraction));
        V result = Positive(V.Create(1.0) - x) - cotangent;
        return V.Select(V.Equal(fraction, V.Zero), V.Create(double.NaN), result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Positive(V x)
    {
        V one = V.Create(1.0);
        V isSmall = V.LessThan(x, one);
        V isLarge = V.GreaterThanOrEqual(x, V.Create(typeof(T) == typeof(float) ? 5.0 : 7.0));

        // Down to [1, 2), with the sum of 1/(x − 1), 1/(x − 2), … as one quotient.
        V y = x;
        V numerator = V.Zero;
        V denominator = one;
        for (int step = 0; step < (typeof(T) == typeof(float) ? 3 : 5); step++)
        {
            V continues = V.GreaterThanOrEqual(y, V.Create(2.0));
            V next = y - one;
            numerator = V.Select(continues, V.MultiplyAdd(numerator, next, denominator), numerator);
            denominator = V.Select(continues, denominator * next, denominator);
            y = V.Select(continues, next, y);
        }

        // Up from below 1: ψ(x) = ψ(x + 1) − 1/x.
        y = V.Select(isSmall, x + one, y);
        V shift = V.Select(isSmall, -one, numerator) / V.Select(isSmall, x, denominator);
        V zero = V.Create(typeof(T) == typeof(float) ? 1.4616321325302124 : 1.4616321449683622);
        V zeroLow = V.Create(typeof(T) == typeof(float) ? 1.243815006546356e-08 : 9.549995429965697e-17);
        V middle = V.MultiplyAdd((y - zero) - zeroLow, MiddlePolynomial(y - V.Create(1.5)), shift);

        // ln x − 1/(2x) − S(1/x²)/x²
        V reciprocal = one / x;
        V square = reciprocal * reciprocal;
        V large = V.Log(x) - V.MultiplyAdd(square, SeriesPolynomial(square), V.Create(0.5) * reciprocal);
        return V.Select(isLarge, large, middle);
    }

    /// <summary>ψ(u + 1.5)/(u + 1.5 − zero); errors are relative to ψ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V MiddlePolynomial(V u)
    {
        if (typeof(T) == typeof(float))
        {
            // Chebyshev fit of degree 10 on [−0.5, 0.5]; error below 2^−26.33 with the rounded coefficients.
            V u2 = u * u;
            V even = V.Create(0.010902588);
            even = V.MultiplyAdd(even, u2, V.Create(0.01711499));
            even = V.MultiplyAdd(even, u2, V.Create(0.04085003));
            even = V.MultiplyAdd(even, u2, V.Create(0.09498469));
            even = V.MultiplyAdd(even, u2, V.Create(0.24054253));
            even = V.MultiplyAdd(even, u2, V.Create(0.9510559));
            V odd = V.Create(-0.01637362);
            odd = V.MultiplyAdd(odd, u2, V.Create(-0.025786884));
            odd = V.MultiplyAdd(odd, u2, V.Create(-0.06205598));
            odd = V.MultiplyAdd(odd, u2, V.Create(-0.14839886));
            odd = V.MultiplyAdd(odd, u2, V.Create(-0.4236275));
            return V.MultiplyAdd(odd, u, even);
        }
        else
        {
            // Chebyshev fit of degree 21 on [−0.5, 0.5]; error below 2^−53.47 with the rounded coefficients.
            V u2 = u * u;
            V even = V.Create(0.00025968482126430747);
            even = V.MultiplyAdd(even, u2, V.Create(0.0002272331660987376));
            even = V.MultiplyAdd(even, u2, V.Create(0.0007233266279287554));
            even = V.MultiplyAdd(even, u2, V.Create(0.0015566317474486838));
            even = V.MultiplyAdd(even, u2, V.Create(0.003519006401502276));
            even = V.MultiplyAdd(even, u2, V.Create(0.007926944646403797));
            even = V.MultiplyAdd(even, u2, V.Create(0.0179072524394512));
            even = V.MultiplyAdd(even, u2, V.Create(0.04076083381242074));
            even = V.MultiplyAdd(even, u2, V.Create(0.09498872445494122));
            even = V.MultiplyAdd(even, u2, V.Create(0.2405424842407742));
            even = V.MultiplyAdd(even, u2, V.Create(0.951055876031833));
            V odd = V.Create(-0.00017312261802727394);
            odd = V.MultiplyAdd(odd, u2, V.Create(-0.00015148586836773365));
            odd = V.MultiplyAdd(odd, u2, V.Create(-0.0004821990530566789));
            odd = V.MultiplyAdd(odd, u2, V.Create(-0.0010376374098418604));
            odd = V.MultiplyAdd(odd, u2, V.Create(-0.002345267632540769));
            odd = V.MultiplyAdd(odd, u2, V.Create(-0.005279964873257405));
            odd = V.MultiplyAdd(odd, u2, V.Create(-0.011908218001568644));
            odd = V.MultiplyAdd(odd, u2, V.Create(-0.02697579675613825));
            odd = V.MultiplyAdd(odd, u2, V.Create(-0.061922133273064534));
            odd = V.MultiplyAdd(odd, u2, V.Create(-0.14840492305390884));
            odd = V.MultiplyAdd(odd, u2, V.Create(-0.4236274212814605));
            return V.MultiplyAdd(odd, u, even);
        }
    }

    /// <summary>x² (ln x − 1/(2x) − ψ(x)) in z = 1/x²; errors are absolute, for ψ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SeriesPolynomial(V z)
    {
        if (typeof(T) == typeof(float))
        {
            // Chebyshev fit of degree 2 on [0, 0.04]; error below 2^−31.28 with the rounded coefficients.
            V p = V.Create(0.0037366876);
            p = V.MultiplyAdd(p, z, V.Create(-0.008329935));
            p = V.MultiplyAdd(p, z, V.Create(0.08333333));
            return p;
        }
        else
        {
            // Chebyshev fit of degree 6 on [0, 0.020408]; error below 2^−59.74 with the rounded coefficients.
            V z2 = z * z;
            V even = V.Create(0.05899121349877741);
            even = V.MultiplyAdd(even, z2, V.Create(0.007567436616382221));
            even = V.MultiplyAdd(even, z2, V.Create(0.003968253773360873));
            even = V.MultiplyAdd(even, z2, V.Create(0.08333333333333329));
            V odd = V.Create(-0.02046861015161549);
            odd = V.MultiplyAdd(odd, z2, V.Create(-0.004166608606792311));
            odd = V.MultiplyAdd(odd, z2, V.Create(-0.008333333333086381));
            return V.MultiplyAdd(odd, z, even);
        }
    }
}
