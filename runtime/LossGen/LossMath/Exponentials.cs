namespace LossGen;

public static partial class LossMath
{
    private const double Ln2 = 0.6931471805599453;

    /// <summary>2⁻⁵³.</summary>
    private const double HalfUlpOfOne = 1.1102230246251565e-16;

    /// <summary>eˣ.</summary>
    public static double Exp(double x) => Math.Exp(x);

    /// <inheritdoc cref="Exp(double)"/>
    public static float Exp(float x) => (float)Exp((double)x);

    /// <summary>Element by element: <see cref="Exp(double)"/>.</summary>
    public static Row Exp(Row x) => x.Map(Exp);

    /// <summary>2ˣ.</summary>
    public static double Exp2(double x) => Math.Pow(2, x);

    /// <inheritdoc cref="Exp2(double)"/>
    public static float Exp2(float x) => (float)Exp2((double)x);

    /// <summary>Element by element: <see cref="Exp2(double)"/>.</summary>
    public static Row Exp2(Row x) => x.Map(Exp2);

    /// <summary>eˣ − 1, accurate near 0 too.</summary>
    public static double ExpM1(double x)
    {
        // Outside (−1, 1) the subtraction loses at most one bit.
        if (!(Math.Abs(x) < 1))
            return Math.Exp(x) - 1;

        // u - 1 is as good as exact here, and carries the rounding error of u. Exp(x) = u·Exp(x - Log(u)), and x - Log(u) is of the order of
        // that error, so that the first-order term u·(x - Log(u)) restores it. (The idea is W. Kahan's; see N. Higham, Accuracy and
        // Stability of Numerical Algorithms, 2nd ed., section 1.14.1.) A zero keeps its sign.
        var u = Math.Exp(x);
        return u == 1 ? x : (u - 1) + u * (x - Math.Log(u));
    }

    /// <inheritdoc cref="ExpM1(double)"/>
    public static float ExpM1(float x) => (float)ExpM1((double)x);

    /// <summary>Element by element: <see cref="ExpM1(double)"/>.</summary>
    public static Row ExpM1(Row x) => x.Map(ExpM1);

    /// <summary>The natural logarithm; −∞ at 0, NaN below.</summary>
    public static double Log(double x) => Math.Log(x);

    /// <inheritdoc cref="Log(double)"/>
    public static float Log(float x) => (float)Log((double)x);

    /// <summary>Element by element: <see cref="Log(double)"/>.</summary>
    public static Row Log(Row x) => x.Map(Log);

    /// <summary>The logarithm to base 2; −∞ at 0, NaN below.</summary>
    public static double Log2(double x) => Math.Log2(x);

    /// <inheritdoc cref="Log2(double)"/>
    public static float Log2(float x) => (float)Log2((double)x);

    /// <summary>Element by element: <see cref="Log2(double)"/>.</summary>
    public static Row Log2(Row x) => x.Map(Log2);

    /// <summary>The logarithm to base 10; −∞ at 0, NaN below.</summary>
    public static double Log10(double x) => Math.Log10(x);

    /// <inheritdoc cref="Log10(double)"/>
    public static float Log10(float x) => (float)Log10((double)x);

    /// <summary>Element by element: <see cref="Log10(double)"/>.</summary>
    public static Row Log10(Row x) => x.Map(Log10);

    /// <summary>log(1 + x), accurate near 0 too; −∞ at −1, NaN below.</summary>
    public static double LogP1(double x)
    {
        // 1 + x would round to 1; log(1 + x) = x - x²/2 + … rounds to x. A zero keeps its sign.
        if (Math.Abs(x) < HalfUlpOfOne)
            return x;

        var u = 1 + x;
        if (u == 0 || !double.IsFinite(u))
            return Math.Log(u);

        // (u - 1) - x is the rounding error of u, exactly for |x| <= 1 and negligible beyond; divided by u it is its effect on the
        // logarithm, to first order. (Compare D. Goldberg, What Every Computer Scientist Should Know About Floating-Point
        // Arithmetic, 1991, theorem 4, which corrects by a factor.)
        return Math.Log(u) - ((u - 1) - x) / u;
    }

    /// <inheritdoc cref="LogP1(double)"/>
    public static float LogP1(float x) => (float)LogP1((double)x);

    /// <summary>Element by element: <see cref="LogP1(double)"/>.</summary>
    public static Row LogP1(Row x) => x.Map(LogP1);

    /// <summary>log(1 − eˣ) for x ≤ 0, accurate for x near 0 and for very negative x; −∞ at 0, NaN above.</summary>
    /// <remarks>M. Mächler, Accurately Computing log(1 − exp(−|a|)), 2012: the two forms meet at −ln 2.</remarks>
    public static double Log1MExp(double x) => x > -Ln2 ? Math.Log(-ExpM1(x)) : LogP1(-Math.Exp(x));

    /// <inheritdoc cref="Log1MExp(double)"/>
    public static float Log1MExp(float x) => (float)Log1MExp((double)x);

    /// <summary>Element by element: <see cref="Log1MExp(double)"/>.</summary>
    public static Row Log1MExp(Row x) => x.Map(Log1MExp);

    /// <summary>x·log(y), and 0 for x = 0 whatever y is (NaN excepted). The derivative in x is then 0 at y = 0.</summary>
    public static double XLogY(double x, double y) => x == 0 && !double.IsNaN(y) ? 0 : x * Math.Log(y);

    /// <inheritdoc cref="XLogY(double, double)"/>
    public static float XLogY(float x, float y) => (float)XLogY((double)x, (double)y);

    /// <summary>Element by element: <see cref="XLogY(double, double)"/>.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row XLogY(Row x, Row y) => Row.Zip(x, y, XLogY);

    /// <summary>Element by element: <see cref="XLogY(double, double)"/>.</summary>
    public static Row XLogY(Row x, double y) => x.Map(element => XLogY(element, y));

    /// <summary>Element by element: <see cref="XLogY(double, double)"/>.</summary>
    public static Row XLogY(double x, Row y) => y.Map(element => XLogY(x, element));

    /// <summary>x·log(1 + y), and 0 for x = 0 whatever y is (NaN excepted).</summary>
    public static double XLogP1Y(double x, double y) => x == 0 && !double.IsNaN(y) ? 0 : x * LogP1(y);

    /// <inheritdoc cref="XLogP1Y(double, double)"/>
    public static float XLogP1Y(float x, float y) => (float)XLogP1Y((double)x, (double)y);

    /// <summary>Element by element: <see cref="XLogP1Y(double, double)"/>.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row XLogP1Y(Row x, Row y) => Row.Zip(x, y, XLogP1Y);

    /// <summary>Element by element: <see cref="XLogP1Y(double, double)"/>.</summary>
    public static Row XLogP1Y(Row x, double y) => x.Map(element => XLogP1Y(element, y));

    /// <summary>Element by element: <see cref="XLogP1Y(double, double)"/>.</summary>
    public static Row XLogP1Y(double x, Row y) => y.Map(element => XLogP1Y(x, element));

    /// <summary>log(eˣ + eʸ), without overflow or underflow in between.</summary>
    /// <remarks>Where the result is near 0 and the arguments are not, its absolute error is that of the larger argument.</remarks>
    public static double LogAddExp(double x, double y)
    {
        // Equal infinities: their difference would be NaN.
        if (x == y)
            return x + Ln2;

        return Math.Max(x, y) + LogP1(Math.Exp(-Math.Abs(x - y)));
    }

    /// <inheritdoc cref="LogAddExp(double, double)"/>
    public static float LogAddExp(float x, float y) => (float)LogAddExp((double)x, (double)y);

    /// <summary>Element by element: <see cref="LogAddExp(double, double)"/>.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row LogAddExp(Row x, Row y) => Row.Zip(x, y, LogAddExp);

    /// <summary>Element by element: <see cref="LogAddExp(double, double)"/>.</summary>
    public static Row LogAddExp(Row x, double y) => x.Map(element => LogAddExp(element, y));

    /// <summary>Element by element: <see cref="LogAddExp(double, double)"/>.</summary>
    public static Row LogAddExp(double x, Row y) => y.Map(element => LogAddExp(x, element));
}
