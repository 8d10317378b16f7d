using System;

namespace LossGen.Generator.Functions.Scalar;

internal static partial class ScalarMath
{
    /// <summary>From here on the asymptotic series below are accurate to the last place of a double.</summary>
    private const double AsymptoticFrom = 16;

    /// <summary>½·log(2π).</summary>
    private const double HalfLogTwoPi = 0.91893853320467274;

    /// <summary>1 − γ, γ being Euler's constant.</summary>
    private const double SlopeAtTwo = 0.42278433509846714;

    /// <summary>The Bernoulli numbers B₂, B₄, …, B₁₄.</summary>
    private static readonly double[] Bernoulli = [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6];

    /// <summary>The Taylor coefficients (−1)ᵏ·(ζ(k) − 1)/k of log Γ at 2 for k = 2, 3, …; the first one left out gives 1e-19 for |z| ≤ ½.</summary>
    private static readonly double[] TaylorAtTwo =
    [
        0.322467033424113218, -0.0673523010531980951, 0.0205808084277845479, -0.00738555102867398527, 0.00289051033074152329,
        -0.00119275391170326098, 0.000509669524743042422, -0.00022315475845357938, 9.94575127818085337e-5, -4.49262367381331417e-5,
        2.05072127756706916e-5, -9.4394882752683959e-6, 4.3748667899074878e-6, -2.03921575380136624e-6, 9.55141213040741983e-7,
        -4.49246919876456604e-7, 2.12071848055546659e-7, -1.00432248239680996e-7, 4.76981016936398057e-8, -2.27110946089431649e-8,
        1.08386592148969541e-8, -5.18347504197004666e-9, 2.48367454380247832e-9, -1.19214014058609121e-9, 5.73136724167886201e-10,
        -2.75952288512423315e-10, 1.33047643742444895e-10, -6.42296456383810002e-11,
    ];

    /// <summary>log |Γ(x)|: +∞ at 0 and the negative integers.</summary>
    public static double LogGamma(double x)
    {
        if (double.IsNaN(x) || double.IsInfinity(x))
        {
            return Math.Abs(x);
        }

        if (x <= 0)
        {
            // Γ(x)·Γ(1 − x) = π/sin(πx), and Γ(1 − x) = −x·Γ(−x).
            double sine = Math.Abs(Math.Sin(Math.PI * Fraction(x)));
            return sine == 0 ? double.PositiveInfinity
                : x > -1e-17 ? -Math.Log(-x)
                : Math.Log(Math.PI / sine) - Math.Log(-x) - LogGamma(-x);
        }

        if (x >= AsymptoticFrom)
        {
            // log Γ(x) ~ (x − ½)·log x − x + ½·log 2π + Σ B₂ₖ/(2k(2k − 1)x²ᵏ⁻¹) (6.1.41), arranged so that the product cannot overflow early.
            double correction = 0;
            for (int k = Bernoulli.Length; k >= 1; k--)
            {
                correction = (correction / (x * x)) + (Bernoulli[k - 1] / (2 * k * ((2 * k) - 1)));
            }

            return ((x - 0.5) * (Math.Log(x) - 1)) + (HalfLogTwoPi - 0.5 + (correction / x));
        }

        // Γ(x + 1) = x·Γ(x) leads to the neighbourhood of 2, where the series is relative to the zeros at 1 and 2.
        if (x < 0.5)
        {
            return LogGammaAtTwo(x) - LogP1(x) - Math.Log(x);
        }

        if (x < 1.5)
        {
            return LogGammaAtTwo(x - 1) - LogP1(x - 1);
        }

        double product = 1;
        for (; x > 2.5; x--)
        {
            product *= x - 1;
        }

        return Math.Log(product) + LogGammaAtTwo(x - 2);
    }

    /// <summary>The derivative of log Γ: −∞ at +0, +∞ at −0, NaN at the negative integers.</summary>
    public static double Digamma(double x)
    {
        if (x == 0)
        {
            return 1 / -x;
        }

        if (x < 0)
        {
            // ψ(1 − x) − ψ(x) = π·cot(πx) (6.3.7), and ψ(1 − x) = ψ(−x) − 1/x.
            double fraction = Fraction(x);
            return fraction == 0 || double.IsNaN(fraction) ? double.NaN : Digamma(-x) - (1 / x) - (Math.PI / Math.Tan(Math.PI * fraction));
        }

        double shift = 0;
        for (; x < AsymptoticFrom; x++)
        {
            shift += 1 / x;
        }

        // ψ(x) ~ log x − 1/(2x) − Σ B₂ₖ/(2k·x²ᵏ) (6.3.18).
        double sum = 0;
        for (int k = Bernoulli.Length; k >= 1; k--)
        {
            sum = ((Bernoulli[k - 1] / (2 * k)) + sum) / (x * x);
        }

        return Math.Log(x) - (0.5 / x) - sum - shift;
    }

    /// <summary>The derivative of ψ: +∞ at 0 and the negative integers.</summary>
    public static double Trigamma(double x)
    {
        if (x <= 0)
        {
            // ψ′(1 − x) + ψ′(x) = (π/sin πx)² (6.4.7), and ψ′(1 − x) = ψ′(−x) − 1/x².
            double fraction = Fraction(x);
            double cosecant = Math.PI / Math.Sin(Math.PI * fraction);
            return fraction == 0 ? double.PositiveInfinity : (cosecant * cosecant) + (1 / (x * x)) - Trigamma(-x);
        }

        double shift = 0;
        for (; x < AsymptoticFrom; x++)
        {
            shift += 1 / (x * x);
        }

        // ψ′(x) ~ 1/x + 1/(2x²) + Σ B₂ₖ/x²ᵏ⁺¹ (6.4.12).
        double sum = 0;
        for (int k = Bernoulli.Length; k >= 1; k--)
        {
            sum = (Bernoulli[k - 1] + sum) / (x * x);
        }

        return shift + ((1 + (0.5 / x) + sum) / x);
    }

    /// <summary>The derivative of ψ′: −∞ at +0, +∞ at −0, NaN at the negative integers.</summary>
    public static double Tetragamma(double x)
    {
        if (x == 0)
        {
            return 1 / -x;
        }

        if (x < 0)
        {
            // ψ″(1 − x) − ψ″(x) = 2π³·cos(πx)/sin³(πx), and ψ″(1 − x) = ψ″(−x) − 2/x³.
            double angle = Math.PI * Fraction(x);
            double cosecant = Math.PI / Math.Sin(angle);
            return angle == 0 || double.IsNaN(angle)
                ? double.NaN
                : Tetragamma(-x) - (2 / (x * x * x)) - (2 * Math.Cos(angle) * cosecant * cosecant * cosecant);
        }

        double shift = 0;
        for (; x < AsymptoticFrom; x++)
        {
            shift += 2 / (x * x * x);
        }

        // ψ″(x) ~ −1/x² − 1/x³ − Σ (2k + 1)·B₂ₖ/x²ᵏ⁺² (6.4.13).
        double sum = 0;
        for (int k = Bernoulli.Length; k >= 1; k--)
        {
            sum = ((((2 * k) + 1) * Bernoulli[k - 1]) + sum) / (x * x);
        }

        return -shift - ((1 + (1 / x) + sum) / x / x);
    }

    /// <summary>log Γ(2 + z) for |z| ≤ ½ (Abramowitz and Stegun 6.1.33, as all numbers in this file).</summary>
    private static double LogGammaAtTwo(double z)
    {
        double sum = 0;
        for (int k = TaylorAtTwo.Length - 1; k >= 0; k--)
        {
            sum = TaylorAtTwo[k] + (z * sum);
        }

        return z * (SlopeAtTwo + (z * sum));
    }

    /// <summary>x less the nearest integer, exactly.</summary>
    private static double Fraction(double x) => x - Math.Round(x);
}
