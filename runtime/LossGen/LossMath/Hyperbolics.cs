namespace LossGen;

public static partial class LossMath
{
    /// <summary>The hyperbolic sine, (eˣ − e⁻ˣ)/2.</summary>
    public static double Sinh(double x) => Math.Sinh(x);

    /// <inheritdoc cref="Sinh(double)"/>
    public static float Sinh(float x) => (float)Sinh((double)x);

    /// <summary>Element by element: <see cref="Sinh(double)"/>.</summary>
    public static Row Sinh(Row x) => x.Map(Sinh);

    /// <summary>The hyperbolic cosine, (eˣ + e⁻ˣ)/2.</summary>
    public static double Cosh(double x) => Math.Cosh(x);

    /// <inheritdoc cref="Cosh(double)"/>
    public static float Cosh(float x) => (float)Cosh((double)x);

    /// <summary>Element by element: <see cref="Cosh(double)"/>.</summary>
    public static Row Cosh(Row x) => x.Map(Cosh);

    /// <summary>The hyperbolic tangent, in [−1, 1].</summary>
    public static double Tanh(double x) => Math.Tanh(x);

    /// <inheritdoc cref="Tanh(double)"/>
    public static float Tanh(float x) => (float)Tanh((double)x);

    /// <summary>Element by element: <see cref="Tanh(double)"/>.</summary>
    public static Row Tanh(Row x) => x.Map(Tanh);

    /// <summary>The inverse hyperbolic sine, log(x + √(x² + 1)).</summary>
    public static double Asinh(double x) => Math.Asinh(x);

    /// <inheritdoc cref="Asinh(double)"/>
    public static float Asinh(float x) => (float)Asinh((double)x);

    /// <summary>Element by element: <see cref="Asinh(double)"/>.</summary>
    public static Row Asinh(Row x) => x.Map(Asinh);

    /// <summary>The inverse hyperbolic cosine, log(x + √(x² − 1)); NaN below 1.</summary>
    public static double Acosh(double x) => Math.Acosh(x);

    /// <inheritdoc cref="Acosh(double)"/>
    public static float Acosh(float x) => (float)Acosh((double)x);

    /// <summary>Element by element: <see cref="Acosh(double)"/>.</summary>
    public static Row Acosh(Row x) => x.Map(Acosh);

    /// <summary>The inverse hyperbolic tangent, log((1 + x)/(1 − x))/2; ±∞ at ±1, NaN beyond.</summary>
    public static double Atanh(double x) => Math.Atanh(x);

    /// <inheritdoc cref="Atanh(double)"/>
    public static float Atanh(float x) => (float)Atanh((double)x);

    /// <summary>Element by element: <see cref="Atanh(double)"/>.</summary>
    public static Row Atanh(Row x) => x.Map(Atanh);

    /// <summary>log(cosh x): x²/2 near 0, |x| − log 2 far out, without overflow.</summary>
    public static double LogCosh(double x)
    {
        // cosh x = 1 + 2·sinh²(x/2) keeps the small values exact; |x| + log(1 + e^(-2|x|)) - log 2 the large ones finite.
        if (Math.Abs(x) < 1)
            return LogP1(2 * Square(Math.Sinh(x / 2)));

        return Math.Abs(x) + (LogP1(Math.Exp(-2 * Math.Abs(x))) - Ln2);
    }

    /// <inheritdoc cref="LogCosh(double)"/>
    public static float LogCosh(float x) => (float)LogCosh((double)x);

    /// <summary>Element by element: <see cref="LogCosh(double)"/>.</summary>
    public static Row LogCosh(Row x) => x.Map(LogCosh);
}
