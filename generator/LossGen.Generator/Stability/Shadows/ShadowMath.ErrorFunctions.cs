namespace LossGen.Generator.Stability.Shadows;

/// <content>The error functions. Formulas of Abramowitz and Stegun, chapter 7.</content>
internal static partial class ShadowMath
{
    /// <summary>From here on the continued fraction is faster than the series, and 1 − erf x loses too much.</summary>
    private const double LeastOfTail = 2.5;

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

        DoubleDouble denominator = ErrorKernel.Denominator(x.ToDoubleDouble());
        return Gaussian(x) * OneOverSqrtPi / Shadow.Normalised(denominator, 0, x.AbsoluteError + (denominator.High * EvaluationError));
    }
}
