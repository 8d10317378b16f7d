namespace LossGen;

public static partial class LossMath
{
    /// <summary>Below it the series of erf, above it the expansion of erfc; both are defined here.</summary>
    private const double SeriesLimit = 0.5;

    /// <summary>2/√π.</summary>
    private const double TwoOverSqrtPi = 1.1283791670955126;

    /// <summary>
    /// Chebyshev coefficients of (1 + 2x)·exp(x²)·erfc(x) in u = (x − 3)/(x + 2), which maps [0.5, ∞) onto [−1, 1). The form is that
    /// of M. Shepherd and J. Laframboise, Chebyshev Approximation of (1 + 2x)exp(x²)erfc x in 0 ≤ x &lt; ∞, Math. Comp. 36, 1981; the
    /// coefficients were computed for this interval with 60 digits. The first one left out is 1e-17.
    /// </summary>
    private static ReadOnlySpan<double> ScaledErfc =>
    [
        1.2189843018755826, -0.06694052041928128, -0.0366203654058652, 0.015414982880477912,
        -0.002538753286427615, 2.8290134783006504e-05, 5.6244174093159375e-05, -3.625662410105677e-06,
        -1.5532852974322157e-06, 1.1445498337487254e-07, 5.5875288361873414e-08, -1.9595989736283648e-09,
        -2.295803704902964e-09, -8.632838012860832e-11, 9.195146896381982e-11, 1.315398462116888e-11,
        -2.8559296112983967e-12, -1.0013437454114811e-12, 9.214870380346258e-15, 5.39367432287417e-14,
        7.920326388303916e-15, -1.696210487882122e-15, -7.498935122886903e-16, -3.76147465717703e-17,
        3.798242164018268e-17,
    ];

    /// <summary>The error function, 2/√π·∫₀ˣ e^(−t²) dt.</summary>
    public static double Erf(double x)
    {
        if (Math.Abs(x) < SeriesLimit)
            return ErfSeries(x);

        return x < 0 ? ErfcOfPositive(-x) - 1 : 1 - ErfcOfPositive(x);
    }

    /// <inheritdoc cref="Erf(double)"/>
    public static float Erf(float x) => (float)Erf((double)x);

    /// <summary>Element by element: <see cref="Erf(double)"/>.</summary>
    public static Row Erf(Row x) => x.Map(Erf);

    /// <summary>The complementary error function, 1 − Erf(x), accurate in the right tail too.</summary>
    public static double Erfc(double x)
    {
        if (Math.Abs(x) < SeriesLimit)
            return 1 - ErfSeries(x);

        return x < 0 ? 2 - ErfcOfPositive(-x) : ErfcOfPositive(x);
    }

    /// <inheritdoc cref="Erfc(double)"/>
    public static float Erfc(float x) => (float)Erfc((double)x);

    /// <summary>Element by element: <see cref="Erfc(double)"/>.</summary>
    public static Row Erfc(Row x) => x.Map(Erfc);

    /// <summary>log(Erfc(x)), also where Erfc(x) underflows, which is near −x² there: the logarithm of a normal tail, of which a probit loss is made.</summary>
    public static double LogErfc(double x)
    {
        if (x < SeriesLimit)
            return LogP1(-Erf(x));

        return double.IsPositiveInfinity(x) ? double.NegativeInfinity : Math.Log(ErfcxOfPositive(x)) - x * x;
    }

    /// <inheritdoc cref="LogErfc(double)"/>
    public static float LogErfc(float x) => (float)LogErfc((double)x);

    /// <summary>Element by element: <see cref="LogErfc(double)"/>.</summary>
    public static Row LogErfc(Row x) => x.Map(LogErfc);

    /// <summary>erf x = 2/√π·Σ (−1)ᵏ x²ᵏ⁺¹ / (k!·(2k + 1)), Abramowitz and Stegun 7.1.5; for |x| &lt; 0.5 the terms fall by 4k each.</summary>
    private static double ErfSeries(double x)
    {
        var square = x * x;
        var power = 1.0;
        var sum = 0.0;
        for (var k = 1; k <= 14; k++)
        {
            power *= -square / k;
            sum += power / (2 * k + 1);
        }

        return TwoOverSqrtPi * (x + x * sum);
    }

    private static double ErfcOfPositive(double x)
    {
        // erfc(27.23) is below the smallest subnormal number; the limit also keeps infinity out of u.
        if (x > 28)
            return 0;

        // x² in two parts, or its rounding error would grow by x² in the exponential.
        var square = x * x;
        var rest = Math.FusedMultiplyAdd(x, x, -square);
        var scaled = ErfcxOfPositive(x);
        return Math.Exp(-square) * (scaled - scaled * rest);
    }

    /// <summary>exp(x²)·erfc(x) for finite x ≥ 0.5.</summary>
    private static double ErfcxOfPositive(double x) => Chebyshev(ScaledErfc, (x - 3) / (x + 2)) / (1 + 2 * x);

    /// <summary>Σ cₖ·Tₖ(u), by Clenshaw's recurrence.</summary>
    private static double Chebyshev(ReadOnlySpan<double> coefficients, double u)
    {
        var (next, afterNext) = (0.0, 0.0);
        for (var k = coefficients.Length - 1; k > 0; k--)
            (next, afterNext) = (2 * u * next - afterNext + coefficients[k], next);

        return u * next - afterNext + coefficients[0];
    }
}
