
namespace LossGen.Generator.Stability.Shadows;

/// <content>
/// Differences of gamma functions: x and y = x + a are raised by the recurrences to where the asymptotic series hold, and these subtracted term by term, the leading
/// ones in the algebra. NaN where x is not a positive number or a is negative.
/// </content>
internal static partial class ShadowMath
{
    /// <summary>From here on the series, cut after sixteen terms, are right to 2⁻¹²⁰ of the differences.</summary>
    private const double FarEnough = 40;

    /// <summary>log(Γ(x + a)/Γ(x)) − a·log x.</summary>
    public static Shadow LogGammaRatio(Shadow x, Shadow a)
    {
        if (!IsStep(x, a) || IsZeroOrOne(a))
        {
            return ZeroOrNaN(x, a);
        }

        Shadow shift = 0;
        Shadow z = x;
        for (; z < FarEnough; z += 1)
        {
            shift += LogP1(a / z);
        }

        // (y − ½)·log(1 + a/z) − a, in which y·log(1 + a/z) − a is y·(w − log(1 + w)) with w = −a/y.
        Shadow y = z + a;
        Shadow logarithm = LogP1(a / z);
        Shadow excess = a > z ? (y * logarithm) - a : y * XMinusLogP1(-a / y);
        (Shadow value, Shadow slope) = Series(GammaKernel.OfLogGamma, z, y);
        Shadow correction = a / z / y * (value + (((1 / z) + (1 / y)) / z * slope));
        return excess - logarithm.Scale(-1) - correction + (z == x ? 0 : (a * LogP1((z - x) / x)) - shift);
    }

    /// <summary>ψ(x + a) − ψ(x) − a/x.</summary>
    public static Shadow LogGammaRatioSlope(Shadow x, Shadow a)
    {
        if (!IsStep(x, a) || IsZeroOrOne(a))
        {
            return ZeroOrNaN(x, a);
        }

        (Shadow z, Shadow steps, _) = Raise(x, a);
        return DigammaStep(z, a) - XMinusLogP1(a / z) + (z == x ? 0 : steps - (a * (z - x) / z / x));
    }

    /// <summary>ψ′(x + a) − ψ′(x) + a/x².</summary>
    public static Shadow LogGammaRatioCurvature(Shadow x, Shadow a)
    {
        if (!IsStep(x, a) || IsZeroOrOne(a))
        {
            return ZeroOrNaN(x, a);
        }

        (Shadow z, _, Shadow steps) = Raise(x, a);
        return (a / z * (a / z) / (z + a)) - TrigammaStep(z, a) + (z == x ? 0 : (a * (z - x) / z / x * ((1 / z) + (1 / x))) - steps);
    }

    /// <summary>log Γ(x) + log Γ(y) − log Γ(x + y).</summary>
    public static Shadow LogBeta(Shadow x, Shadow y)
    {
        if (!(x.Sign > 0 && y.Sign > 0) || x.IsInfinite || y.IsInfinite)
        {
            return NotANumber(x, y);
        }

        (Shadow smaller, Shadow larger) = x < y ? (x, y) : (y, x);
        return LogGamma(smaller) - (smaller * Log(larger)) - LogGammaRatio(larger, smaller);
    }

    /// <summary>ψ(x) − ψ(x + a).</summary>
    public static Shadow LogBetaSlope(Shadow x, Shadow a)
    {
        if (!IsStep(x, a))
        {
            return NotANumber(x, a);
        }

        (Shadow z, Shadow steps, _) = Raise(x, a);
        return -(LogP1(a / z) + DigammaStep(z, a) + steps);
    }

    /// <summary>ψ′(x) − ψ′(x + a).</summary>
    public static Shadow LogBetaCurvature(Shadow x, Shadow a)
    {
        if (!IsStep(x, a))
        {
            return NotANumber(x, a);
        }

        (Shadow z, _, Shadow steps) = Raise(x, a);
        return (a / z / (z + a)) + TrigammaStep(z, a) + steps;
    }

    /// <summary>ψ(z + a) − ψ(z) − log(1 + a/z), for large z.</summary>
    private static Shadow DigammaStep(Shadow z, Shadow a)
    {
        Shadow y = z + a;
        (Shadow value, Shadow slope) = Series(GammaKernel.OfDigamma, z, y);
        return a / z / y * (0.5 + (((1 / z) + (1 / y)) * (value + (slope / (z * z)))));
    }

    /// <summary>ψ′(z) − ψ′(z + a) − (1/z − 1/(z + a)), for large z.</summary>
    private static Shadow TrigammaStep(Shadow z, Shadow a)
    {
        Shadow y = z + a;
        Shadow sum = (1 / z) + (1 / y);
        (Shadow value, Shadow slope) = Series(GammaKernel.Bernoulli, z, y);
        return a / z / y * (sum.Scale(-1) + (value / (y * y)) + (sum / z * (value + (slope / (z * z)))));
    }

    /// <summary>x raised by whole steps, and over these steps the sums of 1/x − 1/(x + a) and of 1/x² − 1/(x + a)².</summary>
    private static (Shadow Raised, Shadow Reciprocals, Shadow Squares) Raise(Shadow x, Shadow a)
    {
        Shadow reciprocals = 0;
        Shadow squares = 0;
        Shadow z = x;
        for (; z < FarEnough; z += 1)
        {
            Shadow difference = a / z / (z + a);
            reciprocals += difference;
            squares += difference * ((1 / z) + (1 / (z + a)));
        }

        return (z, reciprocals, squares);
    }

    /// <summary>Σ cₖ·wᵏ at w = 1/y², and its divided difference between there and w = 1/z².</summary>
    private static (Shadow Value, Shadow Slope) Series(DoubleDouble[] coefficients, Shadow z, Shadow y)
    {
        Shadow value = 0;
        Shadow slope = 0;
        for (int k = coefficients.Length - 1; k >= 0; k--)
        {
            DoubleDouble coefficient = coefficients[k];
            slope = (slope / (z * z)) + value;
            value = (value / (y * y)) + Shadow.Normalised(coefficient, 0, System.Math.Abs(coefficient.High) * EvaluationError);
        }

        return (value, slope);
    }

    private static bool IsStep(Shadow x, Shadow a) => x.Sign > 0 && a.Sign >= 0 && !a.IsNaN && !x.IsInfinite && !a.IsInfinite;

    private static bool IsZeroOrOne(Shadow a) => a.Error == 0 && (a.IsZero || a == 1);

    private static Shadow ZeroOrNaN(Shadow x, Shadow a) => IsStep(x, a) ? Shadow.Zero : NotANumber(x, a);

    private static Shadow NotANumber(Shadow x, Shadow a) => Shadow.Special(double.NaN, x.Error == 0 && a.Error == 0);
}
