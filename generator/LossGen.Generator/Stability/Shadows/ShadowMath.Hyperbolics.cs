namespace LossGen.Generator.Stability.Shadows;

/// <content>Hyperbolic functions and their inverses.</content>
internal static partial class ShadowMath
{
    public static Shadow Sinh(Shadow x)
    {
        if (!x.IsOrdinary)
        {
            return x.IsZero ? ZeroOf(x, GrowthOfExp(x.AbsoluteError)) : x;
        }

        Shadow magnitude = Abs(x);
        if (x.Exponent >= 0)
        {
            return WithSignOf((Exp(magnitude) - Exp(-magnitude)).Scale(-1), x);
        }

        // With m = eˣ − 1: (m + m/(m + 1))/2.
        Shadow m = ExpM1(magnitude);
        return WithSignOf((m + (m / (m + 1))).Scale(-1), x);
    }

    public static Shadow Cosh(Shadow x) => (Exp(x) + Exp(-x)).Scale(-1);

    public static Shadow Tanh(Shadow x)
    {
        if (x.IsZero || x.IsNaN)
        {
            return x;
        }

        Shadow twice = Abs(x).Scale(1);
        if (x.IsInfinite || x.Exponent >= 0)
        {
            return WithSignOf(1 - (2 / (Exp(twice) + 1)), x);
        }

        Shadow m = ExpM1(twice);
        return WithSignOf(m / (m + 2), x);
    }

    /// <summary>1/cosh²(x).</summary>
    public static Shadow SechSquared(Shadow x)
    {
        Shadow tail = Exp(-Abs(x).Scale(1));
        Shadow sum = 1 + tail;
        return tail.Scale(2) / (sum * sum);
    }

    /// <summary>log(x + √(x² + 1)), the root less 1 being x²/(1 + √(x² + 1)).</summary>
    public static Shadow Asinh(Shadow x)
    {
        if (!x.IsOrdinary)
        {
            return x;
        }

        Shadow magnitude = Abs(x);
        Shadow square = x * x;
        return WithSignOf(LogP1(magnitude + (square / (1 + Sqrt(1 + square)))), x);
    }

    /// <summary>log(x + √(x² − 1)), with t = x − 1: log(1 + t + √(t·(t + 2))).</summary>
    public static Shadow Acosh(Shadow x)
    {
        Shadow t = x - 1;
        return LogP1(t + Sqrt(t * (t + 2)));
    }

    /// <summary>½·log((1 + x)/(1 − x)).</summary>
    public static Shadow Atanh(Shadow x) => x.IsZero ? ZeroOf(x, GrowthOfLog(x.AbsoluteError)) : WithSignOf(LogP1(Abs(x).Scale(1) / (1 - Abs(x))).Scale(-1), x);
}
