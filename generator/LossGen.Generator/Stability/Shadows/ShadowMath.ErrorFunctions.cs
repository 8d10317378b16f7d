namespace LossGen.Generator.Stability.Shadows;

/// <content>The error functions. Formulas of Abramowitz and Stegun, chapter 7.</content>
internal static partial class ShadowMath
{
    /// <summary>From here on the continued fraction is faster than the series, and 1 − erf x loses too much.</summary>
    private const double LeastOfTail = 2.5;

    /// <summary>From 2 to this power on, the continued fraction is its first level, x.</summary>
    private const int ExponentOfFirstLevel = 60;

    public static Shadow Erf(Shadow x)
    {
        if (x.IsZero || x.IsNaN || x.Exponent < TinyExponent)
        {
            return (x * OneOverSqrtPi).Scale(1).Blur(EvaluationError);
        }

        return Abs(x) < LeastOfTail ? ErfSeries(x) : WithSignOf(1 - ErfcOfTail(Abs(x)), x);
    }

    /// <summary>1 − erf x, accurate in its right tail.</summary>
    public static Shadow Erfc(Shadow x) =>
        x.IsNaN ? x
        : x >= LeastOfTail ? ErfcOfTail(x)
        : x <= -LeastOfTail ? 2 - ErfcOfTail(-x)
        : 1 - Erf(x);

    /// <summary>log(erfc x), also where erfc(x) underflows.</summary>
    public static Shadow LogErfc(Shadow x) => x >= LeastOfTail ? Log(OneOverSqrtPi / Denominator(x)) - (x * x) : LogP1(-Erf(x));

    /// <summary>log(½·erfc x), accurate in both tails.</summary>
    public static Shadow LogHalfErfc(Shadow x) =>
        x >= LeastOfTail ? LogErfc(x) - ShadowLn2
        : x.Sign > 0 ? Log(Erfc(x).Scale(-1))
        : LogP1(-Erfc(-x).Scale(-1));

    /// <summary>2/√π·e^(−x²)/erfc(x), whose slope is at most 2.</summary>
    public static Shadow ErfcHazard(Shadow x)
    {
        Shadow exact = Exactly(x);
        Shadow value = HazardAt(exact);
        return x.IsOrdinary && x.Error > 0 ? value + ErrorOfHazard(x, HazardSlopeAt(exact), 2) : value;
    }

    /// <summary>The derivative h·(h − 2x) of that, whose slope is at most 1, and below 0 at most h·(h − 2x)².</summary>
    public static Shadow ErfcHazardSlope(Shadow x)
    {
        if (x.IsInfinite)
        {
            return Shadow.Special(x.Sign > 0 ? 2 : 0, x.IsCertain);
        }

        Shadow exact = Exactly(x);
        Shadow value = HazardSlopeAt(exact);
        return x.IsOrdinary && x.Error > 0 ? value + ErrorOfHazard(x, value * (HazardAt(exact) - exact.Scale(1)), 1) : value;
    }

    /// <summary>What the argument's error does, given the slope at x, which is less than twice that nearby, and an upper bound of it anywhere.</summary>
    private static Shadow ErrorOfHazard(Shadow x, Shadow slope, double bound) =>
        Within(ErrorOf(x) * (x.Sign < 0 && ErrorOf(x) * (1 - x) < 0.1 ? Exactly(slope).Scale(1) : bound));

    /// <summary>In the tail by the continued fraction of erfc.</summary>
    private static Shadow HazardAt(Shadow x) => x >= LeastOfTail ? Denominator(x).Scale(1) : (Gaussian(x) * OneOverSqrtPi).Scale(1) / Erfc(x);

    /// <summary>h·(h − 2x), which in the tail is (2x + 1/d)/d.</summary>
    private static Shadow HazardSlopeAt(Shadow x)
    {
        if (x >= LeastOfTail)
        {
            Shadow inverse = 1 / DenominatorBelow(x);
            return (x.Scale(1) + inverse) * inverse;
        }

        Shadow hazard = HazardAt(x);
        return hazard * (hazard - x.Scale(1));
    }

    /// <summary>The number without its error.</summary>
    private static Shadow Exactly(Shadow x) => x.IsOrdinary ? Shadow.Normalised(x.High, x.Low, x.Exponent, 0) : x;

    /// <summary>erf x = 2/√π·e^(−x²)·Σ 2ⁿx²ⁿ⁺¹/(1·3·5·…·(2n + 1)) (7.1.6), whose terms have one sign.</summary>
    private static Shadow ErfSeries(Shadow x)
    {
        DoubleDouble argument = x.ToDoubleDouble();
        DoubleDouble square = argument * argument;
        DoubleDouble sum = ErrorKernel.Series(square.Scale(2));
        Shadow gaussian = Exp(-Shadow.Normalised(square, 0, 0));
        Shadow value = (gaussian * Shadow.Normalised(argument * sum, 0, 0) * OneOverSqrtPi).Scale(1).Blur(EvaluationError);

        // The slope is 2/√π·e^(−x²); for small errors it grows by less than a tenth.
        return value + Within(ErrorOf(x) * (x.AbsoluteError < 0.015 ? gaussian * 1.3 : 1.2));
    }

    /// <summary>erfc x = e^(−x²)/√π·1/(x + ½/(x + 1/(x + 1½/(x + …)))) (7.1.14) for x ≥ 2.</summary>
    private static Shadow ErfcOfTail(Shadow x)
    {
        if (x.IsInfinite || x.Exponent > 22)
        {
            return Shadow.Special(0, x.IsCertain);
        }

        return Gaussian(x) * OneOverSqrtPi / Denominator(x);
    }

    /// <summary>x + ½/(x + 1/(x + …)) for x ≥ 2.5, whose slope is below 1.</summary>
    private static Shadow Denominator(Shadow x)
    {
        if (x.IsInfinite || x.Exponent > ExponentOfFirstLevel)
        {
            return x.Blur(EvaluationError);
        }

        DoubleDouble denominator = ErrorKernel.Denominator(x.ToDoubleDouble());
        return Shadow.Normalised(denominator, 0, x.AbsoluteError + (denominator.High * EvaluationError));
    }

    /// <summary>x + 1/(x + 1½/(x + …)), whose slope is below 1, too.</summary>
    private static Shadow DenominatorBelow(Shadow x)
    {
        if (x.IsInfinite || x.Exponent > ExponentOfFirstLevel)
        {
            return x.Blur(EvaluationError);
        }

        DoubleDouble denominator = ErrorKernel.DenominatorBelow(x.ToDoubleDouble());
        return Shadow.Normalised(denominator, 0, x.AbsoluteError + (denominator.High * EvaluationError));
    }
}
