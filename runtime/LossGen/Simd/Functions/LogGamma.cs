using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>
    /// ln |Γ(x)|, within 8 ulp for x &gt; 0, near its zeros at 1 and 2 too. +∞ at 0, −1, −2, … and at ±∞.
    /// For negative x the error is 8 ulp of the larger of |result| and ln Γ(1 − x): relative accuracy is lost at the zeros left of −2.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogGamma(V x) => OutOfLine<LogarithmOfGamma<V, T>, V, T>.Call(x);
}

/// <summary>
/// ln Γ(x): on [1.5, 2.5] (x − 2) times a polynomial; there from below and above by the recurrence Γ(x + 1) = x Γ(x), with
/// one logarithm of the product; from 4.5 (float) or 6.5 (double) Stirling's series; for negative x the reflection formula.
/// </summary>
internal readonly struct LogarithmOfGamma<V, T> : IOutOfLineFunction<V, T>
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

    /// <summary>ln |Γ(x)| = −ln(sin(π|x|)/π) − ln Γ(1 − x) for x &lt; 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static V Reflected(V x)
    {
        V fraction = x - V.Round(x);
        V sine = QuarterTurn<V, T>.SineOfPi(fraction, out _, out _);
        V result = -V.Log(sine * V.Create(1 / Math.PI)) - Positive(V.Create(1.0) - x);
        V isPole = V.Or(V.Equal(fraction, V.Zero), V.Equal(x, V.Create(double.NegativeInfinity)));
        return V.Select(isPole, V.Create(double.PositiveInfinity), result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Positive(V x)
    {
        V one = V.Create(1.0);
        V isSmall = V.LessThan(x, V.Create(1.5));
        V isLarge = V.GreaterThanOrEqual(x, V.Create(typeof(T) == typeof(float) ? 4.5 : 6.5));

        // Down to [1.5, 2.5): Γ(x) = (x − 1)(x − 2)… Γ(y).
        V y = x;
        V product = one;
        for (int step = 0; step < (typeof(T) == typeof(float) ? 2 : 4); step++)
        {
            V continues = V.GreaterThanOrEqual(y, V.Create(2.5));
            V next = y - one;
            product = V.Select(continues, product * next, product);
            y = V.Select(continues, next, y);
        }

        // Up from below: Γ(x) = Γ(x + 1)/x, or Γ(x + 2)/(x(x + 1)).
        V isSmallest = V.LessThan(x, V.Create(0.5));
        V distance = V.Select(isSmall, V.Select(isSmallest, x, x - one), y - V.Create(2.0));
        V factor = V.Select(isSmallest, V.MultiplyAdd(x, x, x), x);
        V logarithm = V.Log(V.Select(V.Or(isSmall, isLarge), factor, product));
        V middle = V.MultiplyAdd(distance, MiddlePolynomial(distance), V.Select(isSmall, -logarithm, logarithm));

        // (x − 1/2) ln x − x + ln(2π)/2 + S(1/x²)/x, without the overflow of x ln x.
        V reciprocal = one / x;
        V series = V.MultiplyAdd(reciprocal, StirlingPolynomial(reciprocal * reciprocal), V.Create(0.4189385332046727));
        V large = V.MultiplyAdd(x - V.Create(0.5), logarithm - one, series);
        return V.Select(isLarge, large, middle);
    }

    /// <summary>ln Γ(2 + d)/d; errors are relative to ln Γ(2 + d).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V MiddlePolynomial(V d)
    {
        if (typeof(T) == typeof(float))
        {
            // Chebyshev fit of degree 9 on [−0.5, 0.5]; error below 2^−25.85 with the rounded coefficients.
            V d2 = d * d;
            V even = V.Create(-0.0002538171);
            even = V.MultiplyAdd(even, d2, V.Create(-0.00118586));
            even = V.MultiplyAdd(even, d2, V.Create(-0.007386174));
            even = V.MultiplyAdd(even, d2, V.Create(-0.06735228));
            even = V.MultiplyAdd(even, d2, V.Create(0.42278433));
            V odd = V.Create(0.00011347282);
            odd = V.MultiplyAdd(odd, d2, V.Create(0.0005065171));
            odd = V.MultiplyAdd(odd, d2, V.Create(0.0028907952));
            odd = V.MultiplyAdd(odd, d2, V.Create(0.0205808));
            odd = V.MultiplyAdd(odd, d2, V.Create(0.32246703));
            return V.MultiplyAdd(odd, d, even);
        }
        else
        {
            // Chebyshev fit of degree 17 on [−0.5, 0.5]; error below 2^−54.99 with the rounded coefficients.
            V d2 = d * d;
            V even = V.Create(-5.811277768921246e-07);
            even = V.MultiplyAdd(even, d2, V.Create(-1.9743106888421067e-06));
            even = V.MultiplyAdd(even, d2, V.Create(-9.45628851510172e-06));
            even = V.MultiplyAdd(even, d2, V.Create(-4.4923727564247656e-05));
            even = V.MultiplyAdd(even, d2, V.Create(-0.00022315497746292723));
            even = V.MultiplyAdd(even, d2, V.Create(-0.0011927539009983087));
            even = V.MultiplyAdd(even, d2, V.Create(-0.007385551028935545));
            even = V.MultiplyAdd(even, d2, V.Create(-0.06735230105319563));
            even = V.MultiplyAdd(even, d2, V.Create(0.42278433509846713));
            V odd = V.Create(2.7475390051909663e-07);
            odd = V.MultiplyAdd(odd, d2, V.Create(9.242852225162277e-07));
            odd = V.MultiplyAdd(odd, d2, V.Create(4.3828545383846665e-06));
            odd = V.MultiplyAdd(odd, d2, V.Create(2.050601970174762e-05));
            odd = V.MultiplyAdd(odd, d2, V.Create(9.945761692157133e-05));
            odd = V.MultiplyAdd(odd, d2, V.Create(0.0005096695196526673));
            odd = V.MultiplyAdd(odd, d2, V.Create(0.002890510330865901));
            odd = V.MultiplyAdd(odd, d2, V.Create(0.02058080842778338));
            odd = V.MultiplyAdd(odd, d2, V.Create(0.3224670334241132));
            return V.MultiplyAdd(odd, d, even);
        }
    }

    /// <summary>x (ln Γ(x) − (x − 1/2) ln x + x − ln(2π)/2) in z = 1/x²; errors are relative to ln Γ(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V StirlingPolynomial(V z)
    {
        if (typeof(T) == typeof(float))
        {
            // Chebyshev fit of degree 2 on [0, 0.049383]; error below 2^−30.98 with the rounded coefficients.
            V p = V.Create(0.00075267913);
            p = V.MultiplyAdd(p, z, V.Create(-0.0027770346));
            p = V.MultiplyAdd(p, z, V.Create(0.08333333));
            return p;
        }
        else
        {
            // Chebyshev fit of degree 6 on [0, 0.023669]; error below 2^−59.74 with the rounded coefficients.
            V z2 = z * z;
            V even = V.Create(0.0045368906301007815);
            even = V.MultiplyAdd(even, z2, V.Create(0.000840891399401838));
            even = V.MultiplyAdd(even, z2, V.Create(0.0007936507665900421));
            even = V.MultiplyAdd(even, z2, V.Create(0.08333333333333333));
            V odd = V.Create(-0.0018619001080884038);
            odd = V.MultiplyAdd(odd, z2, V.Create(-0.0005952311428421684));
            odd = V.MultiplyAdd(odd, z2, V.Create(-0.0027777777777380146));
            return V.MultiplyAdd(odd, z, even);
        }
    }
}
