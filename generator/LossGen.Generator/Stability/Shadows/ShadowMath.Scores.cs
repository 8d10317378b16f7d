namespace LossGen.Generator.Stability.Shadows;

/// <content>Scores, probabilities and stable logarithms, composed so that nothing cancels.</content>
internal static partial class ShadowMath
{
    /// <summary>Below it, softplus x is eˣ and its logarithm x, to less than <see cref="EvaluationError"/>.</summary>
    private const double LeastSoftplusArgument = -200;

    /// <summary>Max(x, 0), and −0 for none.</summary>
    public static Shadow Relu(Shadow x) => x.IsNaN ? x : Max(x, Shadow.Zero);

    /// <summary>1/(1 + e⁻ˣ).</summary>
    public static Shadow Sigmoid(Shadow x)
    {
        Shadow tail = Exp(-Abs(x));
        return (x.Sign < 0 ? tail : Shadow.One) / (1 + tail);
    }

    /// <summary>log(1 + eˣ).</summary>
    public static Shadow Softplus(Shadow x) => x.Sign > 0 ? x + LogP1(Exp(-x)) : LogP1(Exp(x));

    /// <summary>log(softplus x).</summary>
    public static Shadow LogSoftplus(Shadow x) => x < LeastSoftplusArgument ? x.Blur(EvaluationError) : Log(Softplus(x));

    /// <summary>σ(x)/softplus(x), the derivative of that.</summary>
    public static Shadow LogSoftplusSlope(Shadow x) => x < LeastSoftplusArgument ? Shadow.One.Blur(EvaluationError) : Sigmoid(x) / Softplus(x);

    /// <summary>The derivative of that slope s, s·(σ(−x) − s): below 0 as −s·(u − log(1 + u))·σ(−x)/softplus(x) with u = eˣ.</summary>
    public static Shadow LogSoftplusCurvature(Shadow x)
    {
        if (x < LeastSoftplusArgument)
        {
            return -Exp(x).Scale(-1).Blur(EvaluationError);
        }

        Shadow slope = LogSoftplusSlope(x);
        Shadow difference = x < 0 ? -(XMinusLogP1(Exp(x)) * Sigmoid(-x) / Softplus(x)) : Sigmoid(-x) - slope;
        return slope * difference;
    }

    /// <summary>log(eˣ + eʸ).</summary>
    public static Shadow LogAddExp(Shadow x, Shadow y)
    {
        if (x.IsNaN || y.IsNaN)
        {
            return x + y;
        }

        Shadow larger = x >= y ? x : y;
        Shadow smaller = x >= y ? y : x;
        return larger.IsInfinite ? larger : larger + LogP1(Exp(smaller - larger));
    }

    /// <summary>log(cosh x): by 1 + 2·sinh²(x/2) where it is small.</summary>
    public static Shadow LogCosh(Shadow x)
    {
        Shadow magnitude = Abs(x);
        if (magnitude > 1)
        {
            return magnitude + (LogP1(Exp(-magnitude.Scale(1))) - ShadowLn2);
        }

        Shadow sinh = Sinh(magnitude.Scale(-1));
        return LogP1((sinh * sinh).Scale(1));
    }

    /// <summary>log(1 − eˣ): NaN above 0.</summary>
    public static Shadow Log1MExp(Shadow x) => x > -0.6875 ? Log(-ExpM1(x)) : LogP1(-Exp(x));

    /// <summary>x·log y, and 0 for x = 0 whatever number y is.</summary>
    public static Shadow XLogY(Shadow x, Shadow y) => IsExactZero(x) && !y.IsNaN ? Shadow.Zero : x * Log(y);

    /// <summary>x·log(1 + y), and 0 for x = 0 whatever number y is.</summary>
    public static Shadow XLogP1Y(Shadow x, Shadow y) => IsExactZero(x) && !y.IsNaN ? Shadow.Zero : x * LogP1(y);

    /// <summary>e^(−x²).</summary>
    public static Shadow Gaussian(Shadow x) => Exp(-(x * x));

    public static Shadow OneMinusSquare(Shadow x) => (1 - x) * (1 + x);

    private static bool IsExactZero(Shadow x) => x.IsZero && x.Error == 0;
}
