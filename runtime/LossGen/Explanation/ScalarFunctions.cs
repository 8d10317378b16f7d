using System.ComponentModel;
using LossGen.Simd;

namespace LossGen.Explanation;

/// <summary>Functions that are not in the language, but occur in derivatives of its functions and in stable forms of formulas.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ScalarFunctions
{
    /// <summary>Below it, softplus x is e^x and its logarithm x, to the last place of a double.</summary>
    private const double LeastSoftplusArgument = -40;

    /// <summary>The derivative of the digamma function.</summary>
    public static double Trigamma(double x) => LossMath.Trigamma(x);

    /// <summary>The second derivative of the digamma function.</summary>
    public static double Tetragamma(double x) => LossMath.Tetragamma(x);

    /// <summary>e^x − 1 − x, accurate near 0.</summary>
    public static double ExpM1MinusX(double x) => ExpM1MinusX<ScalarDouble>(x);

    /// <summary>x − log(1 + x), accurate near 0.</summary>
    public static double XMinusLogP1(double x) => XMinusLogP1<ScalarDouble>(x);

    /// <summary>log(1 + x) − x/(1 + x), accurate near 0.</summary>
    public static double LogP1Excess(double x) => LogP1Excess<ScalarDouble>(x);

    /// <summary>log(½·erfc x), accurate in both tails.</summary>
    public static double LogHalfErfc(double x) => LogHalfErfc<ScalarDouble>(x);

    /// <summary>log(softplus x), which is x far below 0.</summary>
    public static double LogSoftplus(double x) => x < LeastSoftplusArgument ? x : Math.Log(LossMath.Softplus(x));

    /// <summary>σ(x)/softplus(x), the derivative of <see cref="LogSoftplus"/>.</summary>
    public static double LogSoftplusSlope(double x) => x < LeastSoftplusArgument ? 1 : LossMath.Sigmoid(x) / LossMath.Softplus(x);

    /// <summary>The derivative of <see cref="LogSoftplusSlope"/>, s·(σ(−x) − s); below 0, where the difference cancels, −s·(u − log(1 + u))·σ(−x)/softplus(x) with u = e^x.</summary>
    public static double LogSoftplusCurvature(double x)
    {
        double power = Math.Exp(x);
        double slope = LogSoftplusSlope(x);
        return x < LeastSoftplusArgument ? -0.5 * power
            : x < 0 ? -slope * XMinusLogP1(power) * LossMath.Sigmoid(-x) / LossMath.Softplus(x)
            : slope * (LossMath.Sigmoid(-x) - slope);
    }

    /// <summary>2/√π·e^(−x²)/erfc(x), the negative slope of log(erfc x).</summary>
    public static double ErfcHazard(double x) => ErfcHazard<ScalarDouble>(x);

    /// <summary>The derivative of <see cref="ErfcHazard"/>.</summary>
    public static double ErfcHazardSlope(double x) => ErfcHazardSlope<ScalarDouble>(x);

    /// <summary>log(1 + k·x²), also where x² overflows.</summary>
    public static double LogP1OfSquare(double k, double x) => LogP1OfSquare<ScalarDouble>(k, x);

    /// <summary>k·x/(1 + k·x²), also where x² overflows.</summary>
    public static double LogP1OfSquareSlope(double k, double x) => LogP1OfSquareSlope<ScalarDouble>(k, x);

    /// <summary>k·(1 − k·x²)/(1 + k·x²)², also where x² overflows.</summary>
    public static double LogP1OfSquareCurvature(double k, double x) => LogP1OfSquareCurvature<ScalarDouble>(k, x);

    /// <summary>log(Γ(x + a)/Γ(x)) − a·log x.</summary>
    public static double LogGammaRatio(double x, double a) => LogGammaRatio<ScalarDouble>(x, a);

    /// <summary>ψ(x + a) − ψ(x) − a/x.</summary>
    public static double LogGammaRatioSlope(double x, double a) => LogGammaRatioSlope<ScalarDouble>(x, a);

    /// <summary>ψ′(x + a) − ψ′(x) + a/x².</summary>
    public static double LogGammaRatioCurvature(double x, double a) => LogGammaRatioCurvature<ScalarDouble>(x, a);

    /// <summary>log(Γ(x)·Γ(a)/Γ(x + a)).</summary>
    public static double LogBeta(double x, double a) => LogBeta<ScalarDouble>(x, a);

    /// <summary>ψ(x) − ψ(x + a).</summary>
    public static double LogBetaSlope(double x, double a) => LogBetaSlope<ScalarDouble>(x, a);

    /// <summary>ψ′(x) − ψ′(x + a).</summary>
    public static double LogBetaCurvature(double x, double a) => LogBetaCurvature<ScalarDouble>(x, a);

    private static double ExpM1MinusX<V>(double x)
        where V : struct, ISimdVector<V, double> => V.MaxLanes(V.ExpM1MinusX(V.Create(x)));

    private static double XMinusLogP1<V>(double x)
        where V : struct, ISimdVector<V, double> => V.MaxLanes(V.XMinusLogP1(V.Create(x)));

    private static double LogP1Excess<V>(double x)
        where V : struct, ISimdVector<V, double> => V.MaxLanes(V.LogP1Excess(V.Create(x)));

    private static double LogHalfErfc<V>(double x)
        where V : struct, ISimdVector<V, double> => V.MaxLanes(V.LogHalfErfc(V.Create(x)));

    private static double ErfcHazard<V>(double x)
        where V : struct, ISimdVector<V, double> => V.MaxLanes(V.ErfcHazard(V.Create(x)));

    private static double ErfcHazardSlope<V>(double x)
        where V : struct, ISimdVector<V, double> => V.MaxLanes(V.ErfcHazardSlope(V.Create(x)));

    private static double LogP1OfSquare<V>(double k, double x)
        where V : struct, ISimdVector<V, double> => V.MaxLanes(V.LogP1OfSquare(V.Create(k), V.Create(x)));

    private static double LogP1OfSquareSlope<V>(double k, double x)
        where V : struct, ISimdVector<V, double> => V.MaxLanes(V.LogP1OfSquareSlope(V.Create(k), V.Create(x)));

    private static double LogP1OfSquareCurvature<V>(double k, double x)
        where V : struct, ISimdVector<V, double> => V.MaxLanes(V.LogP1OfSquareCurvature(V.Create(k), V.Create(x)));

    private static double LogGammaRatio<V>(double x, double a)
        where V : struct, ISimdVector<V, double> => V.MaxLanes(V.LogGammaRatio(V.Create(x), V.Create(a)));

    private static double LogGammaRatioSlope<V>(double x, double a)
        where V : struct, ISimdVector<V, double> => V.MaxLanes(V.LogGammaRatioSlope(V.Create(x), V.Create(a)));

    private static double LogGammaRatioCurvature<V>(double x, double a)
        where V : struct, ISimdVector<V, double> => V.MaxLanes(V.LogGammaRatioCurvature(V.Create(x), V.Create(a)));

    private static double LogBeta<V>(double x, double a)
        where V : struct, ISimdVector<V, double> => V.MaxLanes(V.LogBeta(V.Create(x), V.Create(a)));

    private static double LogBetaSlope<V>(double x, double a)
        where V : struct, ISimdVector<V, double> => V.MaxLanes(V.LogBetaSlope(V.Create(x), V.Create(a)));

    private static double LogBetaCurvature<V>(double x, double a)
        where V : struct, ISimdVector<V, double> => V.MaxLanes(V.LogBetaCurvature(V.Create(x), V.Create(a)));
}
