using System;

namespace LossGen.Generator.Stability.Shadows;

/// <content>The logarithm of the gamma function and its derivatives: by recurrence to where their asymptotic series hold, by reflection below 0.</content>
internal static partial class ShadowMath
{
    /// <summary>2⁻⁹⁵: terms of up to 2⁶ each are off by a few units of 2⁻¹⁰⁴.</summary>
    private const double GammaError = 2.524354896707238e-29;

    /// <summary>From 2 to this power on, Stirling's formula needs no correction.</summary>
    private const long HugeExponent = 60;

    /// <summary>log |Γ(x)|: +∞ at 0 and the negative integers.</summary>
    public static Shadow LogGamma(Shadow x)
    {
        if (!x.IsOrdinary)
        {
            return Shadow.Special(Math.Abs(1 / x.High) + Math.Abs(x.High), x.Error == 0);
        }

        if (x.Sign < 0)
        {
            // Γ(x)·Γ(1 − x) = π/sin(πx), and Γ(1 − x) = −x·Γ(−x).
            Shadow fraction = x - Round(x);
            return fraction.IsZero
                ? Shadow.Special(double.PositiveInfinity, x.Error == 0)
                : Log(ShadowPi / Abs(Sin(ShadowPi * fraction))) - Log(-x) - LogGamma(-x);
        }

        if (x.Exponent < -1)
        {
            return LogGamma(x + 1) - Log(x);
        }

        // |ψ(t)| < |log t| + 1/t; for large x a quarter of the bound holds all over the error.
        double logarithm = 0.7 * (Math.Abs(x.Exponent) + 1);
        Shadow blur = BlurOf(x, x.Exponent > 1 ? 0.25 * (logarithm + 0.7) : logarithm + 0.3 + (1 / x));
        return LogGammaOfPositive(x) + blur;
    }

    /// <summary>The derivative of log Γ: −∞ at +0, +∞ at −0, NaN at the negative integers.</summary>
    public static Shadow Digamma(Shadow x)
    {
        if (!x.IsOrdinary)
        {
            return Shadow.Special(x.IsZero ? 1 / -x.High : x.High > 0 ? x.High : double.NaN, x.Error == 0);
        }

        if (x.Sign < 0)
        {
            // ψ(1 − x) − ψ(x) = π·cot(πx), and ψ(1 − x) = ψ(−x) − 1/x.
            Shadow fraction = x - Round(x);
            return fraction.IsZero
                ? Shadow.Special(double.NaN, x.Error == 0)
                : Digamma(-x) - (1 / x) - (ShadowPi * Cos(ShadowPi * fraction) / Sin(ShadowPi * fraction));
        }

        if (x.Exponent < -1)
        {
            return Digamma(x + 1) - (1 / x);
        }

        Shadow inverse = 1 / x;
        Shadow blur = BlurOf(x, inverse + (inverse * inverse));
        if (x.Exponent > HugeExponent)
        {
            return Log(x) - inverse.Scale(-1) + blur;
        }

        DoubleDouble sum = 0;
        DoubleDouble far = x.ToDoubleDouble();
        for (; far.High < GammaKernel.AsymptoticFrom; far += 1)
        {
            sum += (DoubleDouble)1 / far;
        }

        return Log(Shadow.Normalised(far, 0, 0)) - Shadow.Normalised(GammaKernel.DigammaCorrection(far) + sum, 0, GammaError) + blur;
    }

    /// <summary>The derivative of ψ: +∞ at 0 and the negative integers.</summary>
    public static Shadow Trigamma(Shadow x)
    {
        if (!x.IsOrdinary)
        {
            return Shadow.Special(x.IsZero ? double.PositiveInfinity : x.High > 0 ? 0 : double.NaN, x.Error == 0);
        }

        Shadow inverse = 1 / x;
        if (x.Sign < 0)
        {
            // ψ′(1 − x) + ψ′(x) = (π/sin πx)², and ψ′(1 − x) = ψ′(−x) − 1/x².
            Shadow fraction = x - Round(x);
            Shadow cosecant = ShadowPi / Sin(ShadowPi * fraction);
            return fraction.IsZero
                ? Shadow.Special(double.PositiveInfinity, x.Error == 0)
                : (cosecant * cosecant) + (inverse * inverse) - Trigamma(-x);
        }

        if (x.Exponent < -1)
        {
            return Trigamma(x + 1) + (inverse * inverse);
        }

        Shadow blur = BlurOf(x, (inverse * inverse) + (inverse * inverse * inverse).Scale(1));
        if (x.Exponent > HugeExponent)
        {
            return inverse + (inverse * inverse).Scale(-1) + blur;
        }

        DoubleDouble sum = 0;
        DoubleDouble far = x.ToDoubleDouble();
        for (; far.High < GammaKernel.AsymptoticFrom; far += 1)
        {
            sum += (DoubleDouble)1 / (far * far);
        }

        return Shadow.Normalised(GammaKernel.Trigamma(far) + sum, 0, 0).Blur(GammaError) + blur;
    }

    /// <summary>The derivative of ψ′: −∞ at +0, +∞ at −0, NaN at the negative integers.</summary>
    public static Shadow Tetragamma(Shadow x)
    {
        if (!x.IsOrdinary)
        {
            return Shadow.Special(x.IsZero ? 1 / -x.High : x.High > 0 ? -0.0 : double.NaN, x.Error == 0);
        }

        Shadow inverse = 1 / x;
        Shadow cube = inverse * inverse * inverse;
        if (x.Sign < 0)
        {
            // ψ″(1 − x) − ψ″(x) = 2π³·cos(πx)/sin³(πx), and ψ″(1 − x) = ψ″(−x) − 2/x³.
            Shadow fraction = x - Round(x);
            Shadow angle = ShadowPi * fraction;
            Shadow cosecant = ShadowPi / Sin(angle);
            return fraction.IsZero
                ? Shadow.Special(double.NaN, x.Error == 0)
                : Tetragamma(-x) - cube.Scale(1) - (Cos(angle) * (cosecant * cosecant * cosecant)).Scale(1);
        }

        if (x.Exponent < -1)
        {
            return Tetragamma(x + 1) - cube.Scale(1);
        }

        Shadow blur = BlurOf(x, cube.Scale(1) + (6 * inverse * cube));
        if (x.Exponent > HugeExponent)
        {
            return -(inverse * inverse) - cube + blur;
        }

        DoubleDouble sum = 0;
        DoubleDouble far = x.ToDoubleDouble();
        for (; far.High < GammaKernel.AsymptoticFrom; far += 1)
        {
            sum += (DoubleDouble)2 / (far * far * far);
        }

        return -Shadow.Normalised(GammaKernel.MinusTetragamma(far) + sum, 0, 0).Blur(GammaError) + blur;
    }

    private static Shadow LogGammaOfPositive(Shadow x)
    {
        if (x.Exponent > HugeExponent)
        {
            return ((x - 0.5) * (Log(x) - 1)) + StirlingConstant;
        }

        DoubleDouble near = x.ToDoubleDouble();
        if (Math.Abs(near.High - 2) <= 0.125)
        {
            DoubleDouble value = GammaKernel.LogGammaAtTwo(near + -2);
            return Shadow.Normalised(value, 0, Math.Abs(value.High) * EvaluationError);
        }

        if (Math.Abs(near.High - 1) <= 0.125)
        {
            DoubleDouble z = near + -1;
            DoubleDouble value = GammaKernel.LogGammaAtTwo(z);
            return Shadow.Normalised(value, 0, Math.Abs(value.High) * EvaluationError) - LogP1(Shadow.Normalised(z, 0, 0));
        }

        DoubleDouble product = 1;
        DoubleDouble far = near;
        for (; far.High < GammaKernel.AsymptoticFrom; far += 1)
        {
            product *= far;
        }

        Shadow y = Shadow.Normalised(far, 0, 0);
        Shadow stirling = ((y - 0.5) * (Log(y) - 1)) + (StirlingConstant + Shadow.Normalised(GammaKernel.LogGammaCorrection(far), 0, 0));
        return (product.High == 1 ? stirling : stirling - Log(Shadow.Normalised(product, 0, 0))) + Shadow.Normalised(0, 0, 0, GammaError);
    }

    /// <summary>What the argument's error makes of a value, given a bound of the slope at x, which may be 4 times as large nearby.</summary>
    private static Shadow BlurOf(Shadow x, Shadow slope) => x.Error == 0 ? Shadow.Zero
        : x.RelativeError > 0.25 ? Shadow.Normalised(0, 0, 0, double.PositiveInfinity)
        : Within((ErrorOf(x) * slope).Scale(2));
}
