namespace LossGen;

public static partial class LossMath
{
    /// <summary>The logistic function, 1 / (1 + e⁻ˣ), in [0, 1].</summary>
    public static double Sigmoid(double x)
    {
        // Either exponential is at most 1: no overflow, and the small values keep their relative accuracy.
        if (x >= 0)
            return 1 / (1 + Math.Exp(-x));

        var exp = Math.Exp(x);
        return exp / (1 + exp);
    }

    /// <inheritdoc cref="Sigmoid(double)"/>
    public static float Sigmoid(float x) => (float)Sigmoid((double)x);

    /// <summary>Element by element: <see cref="Sigmoid(double)"/>.</summary>
    public static Row Sigmoid(Row x) => x.Map(Sigmoid);

    /// <summary>log(Sigmoid(x)) = −Softplus(−x).</summary>
    public static double LogSigmoid(double x) => -Softplus(-x);

    /// <inheritdoc cref="LogSigmoid(double)"/>
    public static float LogSigmoid(float x) => (float)LogSigmoid((double)x);

    /// <summary>Element by element: <see cref="LogSigmoid(double)"/>.</summary>
    public static Row LogSigmoid(Row x) => x.Map(LogSigmoid);

    /// <summary>log(1 + eˣ), a smooth Relu.</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + LogP1(Math.Exp(-Math.Abs(x)));

    /// <inheritdoc cref="Softplus(double)"/>
    public static float Softplus(float x) => (float)Softplus((double)x);

    /// <summary>Element by element: <see cref="Softplus(double)"/>.</summary>
    public static Row Softplus(Row x) => x.Map(Softplus);

    /// <summary>max(x, 0). The derivative at 0 is 0.</summary>
    public static double Relu(double x) => Math.Max(x, 0);

    /// <inheritdoc cref="Relu(double)"/>
    public static float Relu(float x) => Math.Max(x, 0);

    /// <summary>Element by element: <see cref="Relu(double)"/>.</summary>
    public static Row Relu(Row x) => x.Map(Relu);
}
