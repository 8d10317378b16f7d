using System;
using LossGen.Generator.Stability;

namespace LossGen.Generator.Functions.Scalar;

internal static partial class ScalarMath
{
    /// <summary>2/√π.</summary>
    public const double TwoOverSqrtPi = 1.1283791670955126;

    /// <summary>1/√π.</summary>
    private const double OneOverSqrtPi = 0.56418958354775629;

    /// <summary>The error function.</summary>
    public static double Erf(double x)
    {
        double magnitude = Math.Abs(x);
        if (double.IsNaN(x) || magnitude < 0.5)
        {
            return ErfSeries(x);
        }

        double result = 1 - ErfcOfLarge(magnitude);
        return x < 0 ? -result : result;
    }

    /// <summary>The complementary error function, accurate in its right tail.</summary>
    public static double Erfc(double x)
    {
        if (double.IsNaN(x) || Math.Abs(x) < 0.5)
        {
            return 1 - ErfSeries(x);
        }

        return x < 0 ? 2 - ErfcOfLarge(-x) : ErfcOfLarge(x);
    }

    /// <summary>log(erfc x), also where erfc(x) underflows.</summary>
    public static double LogErfc(double x) => x < 0.5 ? LogP1(-Erf(x)) : Math.Log(OneOverSqrtPi / Denominator(x)) - (x * x);

    /// <summary>log(½·erfc x), accurate in both tails.</summary>
    public static double LogHalfErfc(double x) => x < 0.5 ? LogP1(-0.5 * Erfc(-x)) : LogErfc(x) - Ln2;

    /// <summary>2/√π·e^(−x²)/erfc(x).</summary>
    public static double ErfcHazard(double x) => x < 0.5 ? TwoOverSqrtPi * Gaussian(x) / Erfc(x) : 2 * Denominator(x);

    /// <summary>The derivative of <see cref="ErfcHazard"/>.</summary>
    public static double ErfcHazardSlope(double x)
    {
        if (x < 0.5)
        {
            double hazard = ErfcHazard(x);
            return hazard == 0 ? 0 : hazard * (hazard - (2 * x));
        }

        // h = 2·(x + ½/d) and h − 2x = 1/d, so that their product is 2·(x/d + ½/d²).
        double inverse = 1 / DenominatorBelow(x);
        return x > 1e9 ? 2 : ((2 * x) + inverse) * inverse;
    }

    /// <summary>e^(−x²): the rounding error of x² is put back, which the exponential would magnify by x².</summary>
    public static double Gaussian(double x)
    {
        double square = x * x;
        double value = Math.Exp(-square);

        // The error is not known of squares so small that the value is 1.
        return value == 0 || value == 1 || double.IsNaN(value) ? value : value * (1 - ExactError.OfProduct(x, x, square));
    }

    /// <summary>e^(−½x²).</summary>
    public static double HalfGaussian(double x)
    {
        double square = x * x;
        double value = Math.Exp(-0.5 * square);
        return value == 0 || value == 1 || double.IsNaN(value) ? value : value * (1 - (0.5 * ExactError.OfProduct(x, x, square)));
    }

    /// <summary>erf x = 2/√π·Σ (−1)ᵏ x²ᵏ⁺¹/(k!·(2k + 1)) for |x| ≤ ½ (Abramowitz and Stegun 7.1.5); the first term left out is 4e-20.</summary>
    private static double ErfSeries(double x)
    {
        double square = x * x;
        double power = 1;
        double sum = 0;
        for (int k = 1; k <= 13; k++)
        {
            power *= -square / k;
            sum += power / ((2 * k) + 1);
        }

        return TwoOverSqrtPi * (x + (x * sum));
    }

    /// <summary>
    /// erfc x = e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 1½/(x + …)))) for x ≥ ½ (Abramowitz and Stegun 7.1.14). The tail after n levels
    /// changes the value by some e^(−2x√(2n)), below 1e-17 with the number of levels taken.
    /// </summary>
    private static double ErfcOfLarge(double x)
    {
        // Beyond it the value is below the smallest subnormal number.
        if (x > 28)
        {
            return 0;
        }

        return Gaussian(x) * OneOverSqrtPi / Denominator(x);
    }

    /// <summary>x + ½/(x + 1/(x + 1½/(x + …))).</summary>
    private static double Denominator(double x) => x + (0.5 / DenominatorBelow(x));

    /// <summary>x + 1/(x + 1½/(x + …)).</summary>
    private static double DenominatorBelow(double x)
    {
        double denominator = x;
        for (int level = 20 + (int)(200 / (x * x)); level >= 2; level--)
        {
            denominator = x + (0.5 * level / denominator);
        }

        return denominator;
    }
}
