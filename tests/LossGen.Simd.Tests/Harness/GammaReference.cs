namespace LossGen.Simd.Tests.Harness;

/// <summary>Differences of gamma functions in double, right to about 1e-10 of their largest term: by recurrence to 100, there by the first terms of their series.</summary>
public static class GammaReference
{
    private const double Far = 100;

    /// <summary>Where the functions promise digits in float: neither squares of x nor of the step leave its range.</summary>
    public static bool IsInDomain(double x, double a) => x is >= 1e-6 and <= 1e12 && a is >= 1e-6 and <= 1e12;

    /// <summary>log(Γ(x + a)/Γ(x)) − a·log x.</summary>
    public static double LogGammaRatio(double x, double a)
    {
        double shift = 0;
        double z = x;
        for (; z < Far; z++)
        {
            shift += PreciseMath.LogP1(a / z);
        }

        double y = z + a;
        double excess = a > z ? (y * Math.Log(y / z)) - a : y * PreciseMath.XMinusLogP1(-a / y);
        return excess - (0.5 * PreciseMath.LogP1(a / z)) - (a / y / z * ((1.0 / 12) - (Squares(z, y) / 360))) + (z == x ? 0 : (a * Math.Log(z / x)) - shift);
    }

    /// <summary>ψ(x + a) − ψ(x) − a/x.</summary>
    public static double LogGammaRatioSlope(double x, double a)
    {
        double shift = 0;
        double z = x;
        for (; z < Far; z++)
        {
            shift += a / z / (z + a);
        }

        return DigammaStep(z, a) - PreciseMath.XMinusLogP1(a / z) + (shift - (a / x * ((z - x) / z)));
    }

    /// <summary>ψ′(x + a) − ψ′(x) + a/x².</summary>
    public static double LogGammaRatioCurvature(double x, double a)
    {
        double shift = 0;
        double z = x;
        for (; z < Far; z++)
        {
            shift += a / z / (z + a) * ((1 / z) + (1 / (z + a)));
        }

        double y = z + a;
        return (a / z * (a / z) / y) - TrigammaStep(z, a) + ((a / x * ((z - x) / z) * ((1 / x) + (1 / z))) - shift);
    }

    /// <summary>log Γ(x) + log Γ(a) − log Γ(x + a).</summary>
    public static double LogBeta(double x, double a)
    {
        (double smaller, double larger) = (Math.Min(x, a), Math.Max(x, a));
        return LossMath.LogGamma(smaller) - (smaller * Math.Log(larger)) - LogGammaRatio(larger, smaller);
    }

    /// <summary>ψ(x) − ψ(x + a).</summary>
    public static double LogBetaSlope(double x, double a)
    {
        double sum = 0;
        double z = x;
        for (; z < Far; z++)
        {
            sum += a / z / (z + a);
        }

        return -(PreciseMath.LogP1(a / z) + DigammaStep(z, a) + sum);
    }

    /// <summary>ψ′(x) − ψ′(x + a).</summary>
    public static double LogBetaCurvature(double x, double a)
    {
        double sum = 0;
        double z = x;
        for (; z < Far; z++)
        {
            sum += a / z / (z + a) * ((1 / z) + (1 / (z + a)));
        }

        return (a / z / (z + a)) + TrigammaStep(z, a) + sum;
    }

    /// <summary>ψ(z + a) − ψ(z) − log(1 + a/z).</summary>
    private static double DigammaStep(double z, double a)
    {
        double y = z + a;
        return a / z / y * (0.5 + (((1 / y) + (1 / z)) * ((1.0 / 12) - (((1 / y / y) + (1 / z / z)) / 120))));
    }

    /// <summary>ψ′(z) − ψ′(z + a) − (1/z − 1/(z + a)).</summary>
    private static double TrigammaStep(double z, double a)
    {
        double y = z + a;
        return a / z / y * ((0.5 * ((1 / z) + (1 / y))) + (Squares(z, y) / 6) - (Fourths(1 / z, 1 / y) / 30));
    }

    /// <summary>The divided difference of third powers of 1/z and 1/y.</summary>
    private static double Squares(double z, double y) => (1 / z / z) + (1 / z / y) + (1 / y / y);

    /// <summary>The divided difference of fifth powers.</summary>
    private static double Fourths(double u, double v) => (u * u * u * u) + (u * u * u * v) + (u * u * v * v) + (u * v * v * v) + (v * v * v * v);
}
