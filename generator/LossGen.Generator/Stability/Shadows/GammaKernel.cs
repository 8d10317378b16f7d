using System.Linq;

namespace LossGen.Generator.Stability.Shadows;

/// <summary>The series of log Γ and its derivatives, at 2 and far out. Formulas of Abramowitz and Stegun, chapter 6.</summary>
internal static class GammaKernel
{
    /// <summary>From here on the asymptotic series are taken: sixteen terms leave 2⁻¹¹³ in relation to the first.</summary>
    public const double AsymptoticFrom = 20;

    /// <summary>From this term on, the coefficients of both kinds of series may be doubles.</summary>
    private const int FirstOfTail = 7;

    /// <summary>The Bernoulli numbers B₂, B₄, …, B₃₂.</summary>
    public static readonly DoubleDouble[] Bernoulli =
    [
        .. new (double Numerator, double Denominator)[]
        {
            (1, 6), (-1, 30), (1, 42), (-1, 30), (5, 66), (-691, 2730), (7, 6), (-3617, 510), (43867, 798), (-174611, 330), (854513, 138),
            (-236364091, 2730), (8553103, 6), (-23749461029, 870), (8615841276005, 14322), (-7709321041217, 510),
        }.Select(static fraction => (DoubleDouble)fraction.Numerator / fraction.Denominator),
    ];

    /// <summary>B₂ₖ/(2k(2k − 1)): log Γ(x) ~ (x − ½)·log x − x + ½·log 2π + Σ cₖ/x²ᵏ⁻¹ (6.1.41).</summary>
    public static readonly DoubleDouble[] OfLogGamma = [.. Bernoulli.Select(static (b, i) => b / ((2 * (i + 1)) * ((2 * i) + 1)))];

    /// <summary>B₂ₖ/(2k): ψ(x) ~ log x − 1/(2x) − Σ cₖ/x²ᵏ (6.3.18).</summary>
    public static readonly DoubleDouble[] OfDigamma = [.. Bernoulli.Select(static (b, i) => b / (2 * (i + 1)))];

    /// <summary>(2k + 1)·B₂ₖ: ψ″(x) ~ −1/x² − 1/x³ − Σ cₖ/x²ᵏ⁺² (6.4.13).</summary>
    private static readonly DoubleDouble[] OfTetragamma = [.. Bernoulli.Select(static (b, i) => b * ((2 * i) + 3))];

    /// <summary>(−1)ᵏ·(ζ(k) − 1)/k for k = 2, 3, …, 27, evaluated by mpmath with 400 bits.</summary>
    private static readonly DoubleDouble[] TaylorAtTwo =
    [
        new(0.3224670334241132, 1.520336175199238e-17),
        new(-0.0673523010531981, 6.87667631175899e-18),
        new(0.020580808427784546, 1.4629392512775695e-18),
        new(-0.007385551028673986, 4.1051370891788617e-19),
        new(0.0028905103307415234, -7.357950161901912e-20),
        new(-0.001192753911703261, 4.1747852352514e-20),
        new(0.0005096695247430425, -2.780354175057013e-20),
        new(-0.00022315475845357939, 6.032078299350848e-21),
        new(9.945751278180853e-05, 2.734261130690314e-21),
        new(-4.492623673813314e-05, 3.4577848248512954e-22),
        new(2.050721277567069e-05, 4.864174577619616e-22),
        new(-9.439488275268397e-06, 8.111985879973243e-22),
        new(4.374866789907488e-06, -3.7021851137962053e-22),
        new(-2.039215753801366e-06, -4.70891370095011e-23),
        new(9.55141213040742e-07, 4.798512617588967e-23),
        new(-4.492469198764566e-07, 1.4219340578032317e-23),
        new(2.1207184805554665e-07, 1.2243193613787666e-23),
        new(-1.0043224823968099e-07, -5.246728062732248e-24),
        new(4.7698101693639804e-08, 1.6747349659198183e-24),
        new(-2.2711094608943164e-08, -1.406065812811299e-24),
        new(1.0838659214896955e-08, -5.018242148804151e-25),
        new(-5.183475041970047e-09, -1.0891302535635231e-26),
        new(2.4836745438024785e-09, -1.5805048837932932e-25),
        new(-1.1921401405860912e-09, -5.269861418993634e-26),
        new(5.731367241678862e-10, -2.3810866578223724e-26),
        new(-2.7595228851242334e-10, 2.107257883073299e-26),
    ];

    /// <summary>1 − γ, the slope of log Γ at 2.</summary>
    private static readonly DoubleDouble SlopeAtTwo = new(0.42278433509846713, 4.942915152430645e-18);

    /// <summary>log Γ(2 + z) for |z| ≤ 1/8 (6.1.33); the first term left out is 2⁻¹¹⁶.</summary>
    public static DoubleDouble LogGammaAtTwo(DoubleDouble z)
    {
        const int FirstDouble = 15;
        double tail = 0;
        for (int k = TaylorAtTwo.Length - 1; k >= FirstDouble; k--)
        {
            tail = TaylorAtTwo[k].High + (z.High * tail);
        }

        DoubleDouble sum = tail;
        for (int k = FirstDouble - 1; k >= 0; k--)
        {
            sum = TaylorAtTwo[k] + (z * sum);
        }

        return z * (SlopeAtTwo + (z * sum));
    }

    /// <summary>What Stirling's formula lacks at x ≥ 20.</summary>
    public static DoubleDouble LogGammaCorrection(DoubleDouble x) => Series(OfLogGamma, InverseSquare(x)) / x;

    /// <summary>log x − ψ(x) for x ≥ 20.</summary>
    public static DoubleDouble DigammaCorrection(DoubleDouble x)
    {
        DoubleDouble inverseSquare = InverseSquare(x);
        return ((DoubleDouble)0.5 / x) + (Series(OfDigamma, inverseSquare) * inverseSquare);
    }

    /// <summary>ψ′(x) ~ 1/x + 1/(2x²) + Σ B₂ₖ/x²ᵏ⁺¹ (6.4.12) for x ≥ 20.</summary>
    public static DoubleDouble Trigamma(DoubleDouble x)
    {
        DoubleDouble inverseSquare = InverseSquare(x);
        return ((Series(Bernoulli, inverseSquare) * inverseSquare) + 1) / x + inverseSquare.Scale(0.5);
    }

    /// <summary>−ψ″(x) for x ≥ 20.</summary>
    public static DoubleDouble MinusTetragamma(DoubleDouble x)
    {
        DoubleDouble inverseSquare = InverseSquare(x);
        return inverseSquare * ((Series(OfTetragamma, inverseSquare) * inverseSquare) + ((DoubleDouble)1 / x) + 1);
    }

    private static DoubleDouble InverseSquare(DoubleDouble x) => (DoubleDouble)1 / (x * x);

    /// <summary>c₁ + c₂·w + c₃·w² + …</summary>
    private static DoubleDouble Series(DoubleDouble[] coefficients, DoubleDouble w)
    {
        double tail = 0;
        for (int k = coefficients.Length - 1; k >= FirstOfTail; k--)
        {
            tail = coefficients[k].High + (w.High * tail);
        }

        DoubleDouble sum = tail;
        for (int k = FirstOfTail - 1; k >= 0; k--)
        {
            sum = coefficients[k] + (w * sum);
        }

        return sum;
    }
}
