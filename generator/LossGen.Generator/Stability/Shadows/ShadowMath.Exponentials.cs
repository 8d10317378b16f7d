using System;

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

    /// <summary>Below 2 to this power, eˣ − 1 − x and x − log(1 + x) are summed from their series.</summary>
    private const long SeriesExponent = -10;

    /// <summary>Powers of such an argument beyond this one are below 2⁻¹⁰⁸ of the sum.</summary>
    private const int SeriesTerms = 14;

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

        (DoubleDouble reduced, double quotient) = ExponentialKernel.ReduceByLn2(x.ToDoubleDouble());
        DoubleDouble value = ExponentialKernel.ExpM1OfReduced(reduced) + 1;
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

        DoubleDouble value = ExponentialKernel.ExpM1OfReduced(x.ToDoubleDouble());
        double growth = x.Error == 0 ? 0 : (1 + value.High) * GrowthOfExp(x.AbsoluteError);
        return Shadow.Normalised(value, 0, growth + (Math.Abs(value.High) * EvaluationError));
    }

    /// <summary>eˣ − 1 − x: by its series where the difference would cancel more than twenty bits.</summary>
    public static Shadow ExpM1MinusX(Shadow x)
    {
        if (!x.IsOrdinary || x.Exponent >= SeriesExponent)
        {
            return x.IsInfinite ? Shadow.PositiveInfinity : ExpM1(x) - x;
        }

        Shadow sum = Shadow.One;
        for (int factor = SeriesTerms; factor > 2; factor--)
        {
            sum = 1 + (x / factor * sum);
        }

        return (x * x * sum).Scale(-1).Blur(EvaluationError);
    }

    /// <summary>log(1 + x) − x/(1 + x), below 1 as w − log(1 + w) with w = −x/(1 + x).</summary>
    public static Shadow LogP1Excess(Shadow x) => x < -1 ? Shadow.Special(double.NaN, x.Error == 0) : x < 1 ? XMinusLogP1(-x / (1 + x)) : LogP1(x) - (1 - (1 / (1 + x)));

    /// <summary>x − log(1 + x), likewise.</summary>
    public static Shadow XMinusLogP1(Shadow x)
    {
        if (!x.IsOrdinary || x.Exponent >= SeriesExponent)
        {
            return x.IsInfinite && x.Sign > 0 ? x : x - LogP1(x);
        }

        Shadow sum = Shadow.Zero;
        for (int power = SeriesTerms; power > 1; power--)
        {
            sum = (Shadow.One / power) - (x * sum);
        }

        return (x * x * sum).Blur(EvaluationError);
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

        DoubleDouble value = ExponentialKernel.LogP1OfSmall(mantissa + -1);
        if (exponent != 0)
        {
            value = (ExponentialKernel.Ln2 * exponent) + value;
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
        DoubleDouble value = ExponentialKernel.LogP1OfSmall(argument);
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
}
