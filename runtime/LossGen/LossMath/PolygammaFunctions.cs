namespace LossGen;

public static partial class LossMath
{
    /// <summary>The zero of ψ on the positive axis, in two parts.</summary>
    private const double DigammaZero = 1.4616321449683622;

    /// <summary>What the double nearest to the zero of ψ leaves out.</summary>
    private const double DigammaZeroRest = 9.549995429965697e-17;

    /// <summary>From here on the series of the second and third derivative of log Γ are accurate to the last place.</summary>
    private const double PolygammaLimit = 16;

    /// <summary>Chebyshev coefficients of ψ(x)/(x − x₀) on [1, 2], where x₀ is the zero of ψ; computed with 60 digits. The first one left out is 3e-18.</summary>
    private static ReadOnlySpan<double> DigammaOverDistance =>
    [
        0.983570260441567, -0.2270640863346444, 0.03336889902393011, -0.005320077271596548,
        0.0008788656937820505, -0.00014773492650606044, 2.5060543468359146e-05, -4.2721034029993324e-06,
        7.302769272465923e-07, -1.2502886813559594e-07, 2.1425009322359472e-08, -3.673295918565179e-09,
        6.299717236108931e-10, -1.080593028883266e-10, 1.853735192053638e-11, -3.18023536582553e-12,
        5.456147570322795e-13, -9.360993131036438e-14, 1.606064636295075e-14, -2.7555431377438815e-15,
        4.727736178601912e-16, -8.11148420346509e-17, 1.391707769474154e-17,
    ];

    /// <summary>The Bernoulli numbers B₂, B₄, ….</summary>
    private static ReadOnlySpan<double> Bernoulli =>
    [
        1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510,
    ];

    /// <summary>The derivative of LogGamma: ψ(x) = Γ′(x)/Γ(x).</summary>
    /// <remarks>
    /// −∞ at +0, +∞ at −0, NaN at the negative integers and at −∞. Within a few ulp for x &gt; 0, its zero at 1.46 included; for
    /// x &lt; 0 relative accuracy is lost next to the zeros between the poles.
    /// </remarks>
    public static double Digamma(double x)
    {
        if (x > 0)
            return DigammaOfPositive(x);

        if (x == 0)
            return double.CopySign(double.PositiveInfinity, -x);

        // Reflection: ψ(1 − x) − ψ(x) = π/tan(πx); ψ(1 − x) = ψ(−x) − 1/x. At a pole the limits from either side differ.
        var fraction = FractionOf(x);
        return fraction == 0 ? double.NaN : DigammaOfPositive(-x) - 1 / x - Math.PI / Math.Tan(Math.PI * fraction);
    }

    /// <inheritdoc cref="Digamma(double)"/>
    public static float Digamma(float x) => (float)Digamma((double)x);

    /// <summary>Element by element: <see cref="Digamma(double)"/>.</summary>
    public static Row Digamma(Row x) => x.Map(Digamma);

    /// <summary>The derivative of Digamma, ψ′(x). +∞ at 0 and the negative integers.</summary>
    internal static double Trigamma(double x)
    {
        if (x <= 0)
        {
            // Reflection: ψ′(1 − x) + ψ′(x) = (π/sin(πx))²; ψ′(1 − x) = ψ′(−x) − 1/x².
            var fraction = FractionOf(x);
            return fraction == 0
                ? double.PositiveInfinity
                : Square(Math.PI / Math.Sin(Math.PI * fraction)) + 1 / (x * x) - Trigamma(-x);
        }

        var sum = 0.0;
        for (; x < PolygammaLimit; x++)
            sum += 1 / (x * x);

        // ψ′(x) ~ 1/x + 1/(2x²) + Σ B₂ₖ/x²ᵏ⁺¹, Abramowitz and Stegun 6.4.12.
        var inverse = 1 / x;
        var tail = 0.0;
        for (var k = Bernoulli.Length - 1; k >= 0; k--)
            tail = (tail + Bernoulli[k]) * inverse * inverse;

        return sum + inverse * (1 + inverse / 2 + tail);
    }

    /// <summary>The derivative of Trigamma, ψ″(x). −∞ at +0, +∞ at −0, NaN at the negative integers.</summary>
    internal static double Tetragamma(double x)
    {
        if (x == 0)
            return double.CopySign(double.PositiveInfinity, -x);

        if (x < 0)
        {
            // Reflection: ψ″(1 − x) − ψ″(x) = 2π³·cos(πx)/sin³(πx); ψ″(1 − x) = ψ″(−x) − 2/x³.
            var fraction = FractionOf(x);
            var sine = Math.Sin(Math.PI * fraction);
            return fraction == 0
                ? double.NaN
                : Tetragamma(-x) - 2 / (x * x * x) - 2 * Math.Cos(Math.PI * fraction) * Cube(Math.PI / sine);
        }

        var sum = 0.0;
        for (; x < PolygammaLimit; x++)
            sum -= 2 / (x * x * x);

        // ψ″(x) ~ −1/x² − 1/x³ − Σ (2k + 1)·B₂ₖ/x²ᵏ⁺², Abramowitz and Stegun 6.4.13.
        var inverse = 1 / x;
        var tail = 0.0;
        for (var k = Bernoulli.Length - 1; k >= 0; k--)
            tail = (tail + (2 * k + 3) * Bernoulli[k]) * inverse * inverse;

        return sum - inverse * inverse * (1 + inverse + tail);
    }

    private static double DigammaOfPositive(double x)
    {
        if (x >= AsymptoticLimit)
            return DigammaSeries(x);

        // ψ(x) = ψ(x − 1) + 1/(x − 1); the subtractions are exact.
        var sum = 0.0;
        while (x > 2)
        {
            x -= 1;
            sum += 1 / x;
        }

        return x < 1 ? DigammaBetweenOneAndTwo(x + 1) - 1 / x : sum + DigammaBetweenOneAndTwo(x);
    }

    /// <summary>ψ on [1, 2]: the distance from its zero times a smooth function.</summary>
    private static double DigammaBetweenOneAndTwo(double x) =>
        (x - DigammaZero - DigammaZeroRest) * Chebyshev(DigammaOverDistance, 2 * x - 3);

    /// <summary>ψ(x) ~ log x − 1/(2x) − Σ B₂ₖ/(2k·x²ᵏ), Abramowitz and Stegun 6.3.18. Truncation below 3e-18 for x ≥ 10.</summary>
    private static double DigammaSeries(double x)
    {
        var inverse = 1 / x;
        var tail = 0.0;
        for (var k = Bernoulli.Length - 1; k >= 0; k--)
            tail = (tail + Bernoulli[k] / (2 * (k + 1))) * inverse * inverse;

        return Math.Log(x) - inverse / 2 - tail;
    }
}
