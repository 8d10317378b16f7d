using LossGen.Simd.Tests.Harness;
using static System.Math;

namespace LossGen.Generator.Tests.Oracles;

/// <summary>The value and the partial derivatives of every function of two arguments, from textbook formulas in double.</summary>
internal static class BinaryOracle
{
    private static readonly Dictionary<string, Func<double, double, Partials>> Formulas = new(StringComparer.Ordinal)
    {
        ["Atan2"] = Atan2Partials,
        ["DirectionCosine"] = DirectionCosinePartials,
        ["Hypot"] = HypotPartials,
        ["LogAddExp"] = LogAddExpPartials,
        ["LogBeta"] = static (x, y) => !(x > 0 && y > 0)
            ? new(double.NaN, 0, 0)
            : new(GammaReference.LogBeta(x, y), BetaSlope(x, y), BetaSlope(y, x), GammaReference.LogBetaCurvature(x, y), -LossMath.Trigamma(x + y), GammaReference.LogBetaCurvature(y, x)),
        ["LogBetaCurvature"] = static (x, a) => new(IsStep(x, a) ? GammaReference.LogBetaCurvature(x, a) : double.NaN, 0, 0),
        ["LogBetaSlope"] = static (x, a) => new(IsStep(x, a) ? BetaSlope(x, a) : double.NaN, GammaReference.LogBetaCurvature(x, a), -LossMath.Trigamma(x + a)),
        ["LogGammaRatio"] = static (x, a) => !IsStep(x, a)
            ? new(double.NaN, 0, 0)
            : new(
                OfStep(x, a, GammaReference.LogGammaRatio),
                OfStep(x, a, GammaReference.LogGammaRatioSlope),
                LossMath.Digamma(x + a) - Log(x),
                OfStep(x, a, GammaReference.LogGammaRatioCurvature),
                LossMath.Trigamma(x + a) - (1 / x),
                LossMath.Trigamma(x + a)),
        ["LogGammaRatioCurvature"] = static (x, a) => new(OfStep(x, a, GammaReference.LogGammaRatioCurvature), 0, 0),
        ["LogGammaRatioSlope"] = static (x, a) => new(
            OfStep(x, a, GammaReference.LogGammaRatioSlope), OfStep(x, a, GammaReference.LogGammaRatioCurvature), x > 1e3 ? double.PositiveInfinity : LossMath.Trigamma(x + a) - (1 / x)),
        ["LogP1OfSquare"] = static (k, x) => LogP1OfSquarePartials(k, x, k * x * x),
        ["LogP1OfSquareCurvature"] = static (k, x) => CurvaturePartials(k, x, k * x * x),
        ["LogP1OfSquareSlope"] = static (k, x) => SlopePartials(k, x, k * x * x),
        ["Max"] = static (x, y) => new(Max(x, y), x > y ? 1 : x == y ? 0.5 : 0, y > x ? 1 : x == y ? 0.5 : 0),
        ["Min"] = static (x, y) => new(Min(x, y), x < y ? 1 : x == y ? 0.5 : 0, y < x ? 1 : x == y ? 0.5 : 0),
        ["Pow"] = PowPartials,
        ["Remainder"] = static (x, y) => new(x % y, 1, -Round((x - (x % y)) / y)),
        ["ScaledLogP1"] = static (w, m) => ScaledLogP1Partials(w, m / w),
        ["SoftMaxWeight"] = static (x, l) => new(Exp(x - l), Exp(x - l), -Exp(x - l), Exp(x - l), -Exp(x - l), Exp(x - l)),
        ["XLogP1Y"] = static (x, y) => x == 0 && y == -1
            ? new(0, 0, 0)
            : new(LossMath.XLogP1Y(x, y), LossMath.LogP1(y), x / (1 + y), 0, 1 / (1 + y), -x / (1 + y) / (1 + y)),
        ["XLogY"] = static (x, y) => x == 0 && y == 0
            ? new(0, 0, 0)
            : new(LossMath.XLogY(x, y), Log(y), x / y, 0, 1 / y, -x / y / y),
    };

    /// <summary>The names that have a formula.</summary>
    public static IReadOnlyCollection<string> Names => Formulas.Keys;

    public static Dual Apply(string function, Dual x, Dual y) => Dual.Chain(x, y, Formulas[function](x.Value, y.Value));

    private static bool IsStep(double x, double a) => x > 0 && a >= 0;

    /// <summary>0 for a = 0 and a = 1; near 1 the reference cancels, and nothing is known.</summary>
    private static double OfStep(double x, double a, Func<double, double, double> reference) => !IsStep(x, a) ? double.NaN
        : a is 0 or 1 ? 0
        : Abs(a - 1) < 1e-3 ? double.PositiveInfinity
        : reference(x, a);

    private static double BetaSlope(double x, double a) => GammaReference.LogBetaSlope(x, a);

    private static Partials Atan2Partials(double y, double x)
    {
        double h = double.Hypot(x, y);
        (double cos, double sin) = (x / h, y / h);
        return new(Atan2(y, x), cos / h, -sin / h, -2 * sin * cos / h / h, (sin - cos) * (sin + cos) / h / h, 2 * sin * cos / h / h);
    }

    private static Partials HypotPartials(double x, double y)
    {
        double h = double.Hypot(x, y);
        (double cos, double sin) = (x / h, y / h);
        return h == 0 ? new(0, 0, 0) : new(h, cos, sin, sin * sin / h, -sin * cos / h, cos * cos / h);
    }

    private static Partials DirectionCosinePartials(double x, double y)
    {
        double h = double.Hypot(x, y);
        (double cos, double sin) = (x / h, y / h);
        return h == 0
            ? new(0, 0, 0)
            : new(cos, sin * sin / h, -cos * sin / h, -3 * cos * sin * sin / h / h, sin * ((2 * cos * cos) - (sin * sin)) / h / h, cos * ((2 * sin * sin) - (cos * cos)) / h / h);
    }

    private static Partials LogAddExpPartials(double x, double y)
    {
        double half = 1 / Pow(2 * Cosh((x - y) / 2), 2);
        return new(LossMath.LogAddExp(x, y), LossMath.Sigmoid(x - y), LossMath.Sigmoid(y - x), half, -half, half);
    }

    /// <summary>w·log(1 + q) with q = m/w.</summary>
    private static Partials ScaledLogP1Partials(double w, double q) => new(
        w * LossMath.LogP1(q), LossMath.LogP1(q) - (q / (1 + q)), 1 / (1 + q), -(q / (1 + q) * (q / (1 + q)) / w), q / w / (1 + q) / (1 + q), -1 / w / (1 + q) / (1 + q));

    /// <summary>log(1 + w) with w = k·x².</summary>
    private static Partials LogP1OfSquarePartials(double k, double x, double w) => new(
        LossMath.LogP1(w), x * x / (1 + w), 2 * k * x / (1 + w), -Pow(x * x / (1 + w), 2), 2 * x / (1 + w) / (1 + w), 2 * k * (1 - w) / (1 + w) / (1 + w));

    /// <summary>k·x/(1 + w).</summary>
    private static Partials SlopePartials(double k, double x, double w) => new(
        k * x / (1 + w), x / (1 + w) / (1 + w), k * (1 - w) / (1 + w) / (1 + w), -2 * Pow(x / (1 + w), 3), (1 - (3 * w)) / Pow(1 + w, 3), 2 * k * k * x * (w - 3) / Pow(1 + w, 3));

    /// <summary>k·(1 − w)/(1 + w)².</summary>
    private static Partials CurvaturePartials(double k, double x, double w) => new(
        k * (1 - w) / (1 + w) / (1 + w),
        (1 - (3 * w)) / Pow(1 + w, 3),
        2 * k * k * x * (w - 3) / Pow(1 + w, 3),
        -6 * x * x * (1 - w) / Pow(1 + w, 4),
        -12 * k * x * (1 - w) / Pow(1 + w, 4),
        -6 * k * k * ((w * w) - (6 * w) + 1) / Pow(1 + w, 4));

    /// <summary>x⁰ is constant in x; xʸ counts as constant in y at x = 0, y ≥ 0.</summary>
    private static Partials PowPartials(double x, double y)
    {
        double power = Pow(x, y);
        bool isZero = x == 0 && y >= 0;
        return new(
            power,
            y == 0 ? 0 : y * Pow(x, y - 1),
            isZero ? 0 : power * Log(x),
            y is 0 or 1 ? 0 : y * (y - 1) * Pow(x, y - 2),
            isZero ? 0 : Pow(x, y - 1) * (1 + (y * Log(x))),
            isZero ? 0 : power * Log(x) * Log(x));
    }
}
