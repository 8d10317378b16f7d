namespace LossGen;

public static partial class LossMath
{
    /// <summary>From here on the asymptotic series are accurate to the last place with the terms that are kept.</summary>
    private const double AsymptoticLimit = 10;

    /// <summary>½·log(2π).</summary>
    private const double HalfLogTwoPi = 0.9189385332046728;

    /// <summary>1 − γ, where γ is Euler's constant: the slope of log Γ at 2.</summary>
    private const double SlopeAtTwo = 0.42278433509846713;

    /// <summary>ζ(k) − 1 for k = 2, 3, …: k times the coefficients of the series of log Γ at 2, up to sign. Computed with 60 digits.</summary>
    private static ReadOnlySpan<double> ZetaMinusOne =>
    [
        0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993,
        0.01734306198444914, 0.008349277381922827, 0.00407735619794434, 0.0020083928260822143,
        0.0009945751278180853, 0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915,
        6.124813505870483e-05, 3.058823630702049e-05, 1.528225940865187e-05, 7.637197637899763e-06,
        3.81729326499984e-06, 1.908212716553939e-06, 9.539620338727962e-07, 4.769329867878064e-07,
        2.38450502727733e-07, 1.1921992596531106e-07, 5.960818905125948e-08, 2.980350351465228e-08,
    ];

    /// <summary>B₂ₖ/(2k·(2k − 1)), the coefficients of Stirling's series.</summary>
    private static ReadOnlySpan<double> Stirling =>
    [
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400,
    ];

    /// <summary>log |Γ(x)|; +∞ at 0 and the negative integers.</summary>
    /// <remarks>
    /// Within a few ulp for x &gt; 0. For x &lt; 0 the error is a few ulp of the terms of the reflection formula, so that relative
    /// accuracy is lost next to the zeros between the poles.
    /// </remarks>
    public static double LogGamma(double x)
    {
        if (!double.IsFinite(x))
            return Math.Abs(x);

        if (x > 0)
            return LogGammaOfPositive(x);

        // Reflection: Γ(x)·Γ(1 − x) = π/sin(πx), and Γ(1 − x) = −x·Γ(−x). Near 0, where −x·π/sin(πx) is 1, Γ(x) is 1/x.
        if (x > -HalfUlpOfOne)
            return -Math.Log(-x);

        var sine = Math.Abs(Math.Sin(Math.PI * FractionOf(x)));
        return sine == 0 ? double.PositiveInfinity : Math.Log(Math.PI / sine) - Math.Log(-x) - LogGammaOfPositive(-x);
    }

    /// <inheritdoc cref="LogGamma(double)"/>
    public static float LogGamma(float x) => (float)LogGamma((double)x);

    /// <summary>Element by element: <see cref="LogGamma(double)"/>.</summary>
    public static Row LogGamma(Row x) => x.Map(LogGamma);

    private static double LogGammaOfPositive(double x)
    {
        if (x >= AsymptoticLimit)
            return StirlingSeries(x);

        // Γ(x) = (x − 1)·(x − 2)⋯ down to the neighbourhood of 2. The subtractions are exact.
        if (x > 2.5)
        {
            var product = 1.0;
            while (x > 2.5)
            {
                x -= 1;
                product *= x;
            }

            return Math.Log(product) + LogGammaNearTwo(x - 2);
        }

        // Γ(x) = Γ(x + 1)/x, once or twice; log(1 + z) keeps the relative accuracy at the zero x = 1.
        return x switch
        {
            >= 1.5 => LogGammaNearTwo(x - 2),
            >= 0.5 => LogGammaNearTwo(x - 1) - LogP1(x - 1),
            _ => LogGammaNearTwo(x) - LogP1(x) - Math.Log(x),
        };
    }

    /// <summary>
    /// log Γ(2 + z) = (1 − γ)·z + Σ (−1)ᵏ·(ζ(k) − 1)·zᵏ/k, Abramowitz and Stegun 6.1.33. For |z| ≤ ½ each term is a quarter of the
    /// one before; the first one left out is 3e-18 of the sum.
    /// </summary>
    private static double LogGammaNearTwo(double z)
    {
        var sum = 0.0;
        for (var k = ZetaMinusOne.Length + 1; k >= 2; k--)
            sum = ZetaMinusOne[k - 2] / k - z * sum;

        return z * (SlopeAtTwo + z * sum);
    }

    /// <summary>log Γ(x) ~ (x − ½)·log x − x + ½·log 2π + Σ B₂ₖ/(2k·(2k − 1)·x²ᵏ⁻¹), Abramowitz and Stegun 6.1.41. Truncation below 2e-18 for x ≥ 10.</summary>
    private static double StirlingSeries(double x)
    {
        var inverse = 1 / x;
        var inverseSquare = inverse * inverse;
        var sum = 0.0;
        for (var k = Stirling.Length - 1; k >= 0; k--)
            sum = sum * inverseSquare + Stirling[k];

        // The logarithm less 1 is taken first: the product would overflow before the difference does.
        return (x - 0.5) * (Math.Log(x) - 1) + (HalfLogTwoPi - 0.5 + sum * inverse);
    }

    /// <summary>x less the nearest integer, exactly: in [−½, ½].</summary>
    private static double FractionOf(double x) => x - Math.Round(x);
}
