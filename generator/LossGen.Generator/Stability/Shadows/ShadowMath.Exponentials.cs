using System;
using LossGen.Generator.Functions.Scalar;

namespace LossGen.Generator.Stability.Shadows;

/// <summary>
/// The elementary functions on shadows. Each is accurate in relation to its value, at its zeros too, and its error bound covers what the
/// argument's error makes of it.
/// </summary>
internal static partial class ShadowMath
{
    /// <summary>2⁻⁹⁹: the evaluations below are off by a few units of 2⁻¹⁰⁴ in relation to the value.</summary>
    private const double EvaluationError = 1.5777218104420236e-30;

    /// <summary>Arguments below 2 to this power need but two terms of a series.</summary>
    private const long TinyExponent = -112;

    /// <summary>The table of e^(j/64) − 1 has the entries |j| ≤ this: up to ½·log 2 and what rounding adds.</summary>
    private const int ExponentialSteps = 24;

    private const double Log2OfE = 1.4426950408889634;

    /// <summary>log 2 in two parts of 106 bits each.</summary>
    private static readonly DoubleDouble Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);

    private static readonly DoubleDouble Ln2Rest = new(5.707708438416212e-34, -3.5824322106018114e-50);

    private static readonly DoubleDouble[] InverseFactorials = InverseFactorialsUpTo(30);

    private static readonly DoubleDouble[] ExpM1OfStep = TableOfExpM1();

    public static Shadow Exp(Shadow x)
    {
        if (!x.IsOrdinary)
        {
            return x.IsZero ? x.Error == 0 ? Shadow.One : Shadow.Normalised(1, 0, 0, GrowthOfExp(x.AbsoluteError))
                : Shadow.Special(Math.Exp(x.High), x.Error == 0);
        }

        if (x.Exponent > 41)
        {
            return Shadow.Special(x.High > 0 ? double.PositiveInfinity : 0, x.HasCertainSign);
        }

        double growth = x.Error == 0 ? 0 : GrowthOfExp(x.AbsoluteError);
        if (x.Exponent < TinyExponent)
        {
            return (1 + x) * Shadow.Normalised(1, 0, 0, growth + EvaluationError);
        }

        (DoubleDouble reduced, double quotient) = ReduceByLn2(x.ToDoubleDouble());
        DoubleDouble value = ExpM1OfReduced(reduced) + 1;
        return Shadow.Normalised(value, (long)quotient, value.High * (growth + EvaluationError));
    }

    public static Shadow Exp2(Shadow x) => Floor(x) == x && x.Error == 0 && x.Exponent < 41 ? Shadow.One.Scale((long)x.ToDouble()) : Exp(x * ShadowLn2);

    /// <summary>eˣ − 1.</summary>
    public static Shadow ExpM1(Shadow x)
    {
        if (!x.IsOrdinary)
        {
            return x.IsZero ? ZeroOf(x, GrowthOfExp(x.AbsoluteError)) : Exp(x) - 1;
        }

        if (x.Exponent < TinyExponent)
        {
            return (x + (x * x).Scale(-1)).Blur(EvaluationError);
        }

        if (x.Exponent >= -2 && (x.Exponent >= -1 || Math.Abs(x.High) > 1.375))
        {
            return Exp(x) - 1;
        }

        DoubleDouble value = ExpM1OfReduced(x.ToDoubleDouble());
        double growth = x.Error == 0 ? 0 : (1 + value.High) * GrowthOfExp(x.AbsoluteError);
        return Shadow.Normalised(value, 0, growth + (Math.Abs(value.High) * EvaluationError));
    }

    public static Shadow Log(Shadow x)
    {
        if (!x.IsOrdinary || x.High < 0)
        {
            return Shadow.Special(x.IsZero ? double.NegativeInfinity : Math.Log(x.High), x.HasCertainSign);
        }

        DoubleDouble mantissa = new(x.High, x.Low);
        long exponent = x.Exponent;
        if (x.High > Sqrt2)
        {
            mantissa = mantissa.Scale(0.5);
            exponent++;
        }

        DoubleDouble value = LogP1OfSmall(mantissa + -1);
        if (exponent != 0)
        {
            value = (Ln2 * exponent) + value;
        }

        return Shadow.Normalised(value, 0, GrowthOfLog(x.RelativeError) + (Math.Abs(value.High) * EvaluationError));
    }

    /// <summary>log(1 + x).</summary>
    public static Shadow LogP1(Shadow x)
    {
        if (!x.IsOrdinary)
        {
            return x.IsZero ? ZeroOf(x, GrowthOfLog(x.AbsoluteError)) : Log(1 + x);
        }

        if (x.Exponent < TinyExponent)
        {
            return (x - (x * x).Scale(-1)).Blur(EvaluationError);
        }

        if (x.Exponent >= -1 || (x.Exponent == -2 && (x.High < -1.125 || x.High > 1.625)))
        {
            return Log(1 + x);
        }

        DoubleDouble argument = x.ToDoubleDouble();
        DoubleDouble value = LogP1OfSmall(argument);
        double growth = x.Error == 0 ? 0 : GrowthOfLog(x.AbsoluteError / (1 + argument.High));
        return Shadow.Normalised(value, 0, growth + (Math.Abs(value.High) * EvaluationError));
    }

    public static Shadow Log2(Shadow x) => x.IsOrdinary && x.High == 1 && x.Low == 0 && x.Error == 0 ? Shadow.FromDouble(x.Exponent) : Log(x) / ShadowLn2;

    public static Shadow Log10(Shadow x) => Log(x) / ShadowLn10;

    /// <summary>The distance of e^±δ from 1, for an error δ of the exponent.</summary>
    private static double GrowthOfExp(double error) => error < 0.5 ? 1.3 * error : double.PositiveInfinity;

    /// <summary>The distance of log(1 ± ρ) from 0, for a relative error ρ of the logarithm's argument.</summary>
    private static double GrowthOfLog(double relativeError) => relativeError < 0.5 ? 1.4 * relativeError : double.PositiveInfinity;

    /// <summary>The value 0 at an argument that is zero; off by <paramref name="growth"/> if the argument has an error.</summary>
    private static Shadow ZeroOf(Shadow zero, double growth) => zero.Error == 0 ? zero : Shadow.Normalised(0, 0, 0, growth);

    /// <summary>x less a multiple of log 2, at most ½·log 2 in magnitude, and the multiple. Off by less than 2⁻¹⁰⁴ for multiples up to 2⁴².</summary>
    private static (DoubleDouble Reduced, double Multiple) ReduceByLn2(DoubleDouble x)
    {
        double multiple = Math.Round(x.High * Log2OfE);
        if (multiple == 0)
        {
            return (x, 0);
        }

        // The large parts cancel without rounding, so that nothing but the last sums has an error.
        (double product, double rest) = DoubleDouble.ProductOf(multiple, Ln2.High);
        (double secondProduct, double secondRest) = DoubleDouble.ProductOf(multiple, Ln2.Low);
        DoubleDouble difference = DoubleDouble.Ordered(x.High - product, 0) + x.Low;
        DoubleDouble reduced = difference - rest;
        return (reduced - new DoubleDouble(secondProduct, secondRest) - (Ln2Rest * multiple), multiple);
    }

    /// <summary>eʳ − 1 for |r| ≤ 3/8.</summary>
    private static DoubleDouble ExpM1OfReduced(DoubleDouble reduced)
    {
        double step = Math.Round(reduced.High * 64);
        if (step == 0)
        {
            return ExpM1Series(reduced);
        }

        // e^(a + b) − 1 = (eᵃ − 1) + eᵃ·(eᵇ − 1).
        DoubleDouble atStep = ExpM1OfStep[(int)step + ExponentialSteps];
        return atStep + ((atStep + 1) * ExpM1Series(reduced + (step * -0.015625)));
    }

    /// <summary>x + x²/2! + … + x¹²/12! for |x| ≤ 1/128; the first term left out is 2⁻¹¹⁷·x. From x⁷ on a double has digits enough.</summary>
    private static DoubleDouble ExpM1Series(DoubleDouble x)
    {
        double tail = InverseFactorials[12].High;
        for (int k = 11; k >= 7; k--)
        {
            tail = InverseFactorials[k].High + (x.High * tail);
        }

        DoubleDouble sum = InverseFactorials[6] + (x.High * tail);
        for (int k = 5; k >= 2; k--)
        {
            sum = InverseFactorials[k] + (x * sum);
        }

        return x + (x * x * sum);
    }

    /// <summary>log(1 + f) for −0.3 ≤ f ≤ 0.42: a Newton step, y + z − z²/2 with z = (1 + f)·e^(−y) − 1, from the logarithm in double. None of it cancels against 1.</summary>
    private static DoubleDouble LogP1OfSmall(DoubleDouble f)
    {
        double approximation = ScalarMath.LogP1(f.High);
        DoubleDouble correction = ExpM1OfReduced(-approximation);
        DoubleDouble z = f + correction + (f * correction);
        return new DoubleDouble(approximation, 0) + (z + (-0.5 * z.High * z.High));
    }

    private static DoubleDouble[] InverseFactorialsUpTo(int last)
    {
        DoubleDouble[] result = new DoubleDouble[last + 1];
        result[0] = 1;
        for (int k = 1; k <= last; k++)
        {
            result[k] = result[k - 1] / k;
        }

        return result;
    }

    private static DoubleDouble[] TableOfExpM1()
    {
        DoubleDouble[] result = new DoubleDouble[(2 * ExponentialSteps) + 1];
        for (int step = -ExponentialSteps; step <= ExponentialSteps; step++)
        {
            DoubleDouble x = step / 64.0;
            DoubleDouble sum = 0;
            for (int k = 25; k >= 1; k--)
            {
                sum = x * (InverseFactorials[k] + sum);
            }

            result[step + ExponentialSteps] = sum;
        }

        return result;
    }
}
