using static LossGen.LossMath;

namespace LossGen.Losses.Tests;

/// <summary>Losses as people write them who know the formula and not its pitfalls.</summary>
internal static class WrittenDeclarations
{
    [Loss]
    internal static double ZeroInflatedPoisson([Prediction] double logRate, [Prediction] double gate, double count)
    {
        var rate = Exp(logRate);
        var zero = Sigmoid(gate);
        return count == 0 ? -Log(zero + (1 - zero) * Exp(-rate)) : -Log(1 - zero) + rate - count * logRate + LogGamma(count + 1);
    }

    [Loss]
    internal static double FocalOfTrueClass(double logit, double y, double gamma = 2)
    {
        var p = Sigmoid(logit);
        var trueClass = y * p + (1 - y) * (1 - p);
        return -Pow(1 - trueClass, gamma) * Log(trueClass);
    }

    [Loss]
    internal static double Odds(double x, double y, double prior = 2)
    {
        var p = 1 / (1 + 1 / (prior * Exp(x)));
        return -(y * Log(p) + (1 - y) * Log(1 - p));
    }

    [Loss]
    internal static double LogLogistic(double logScale, double t, double died, double shape = 1.5)
    {
        var odds = Pow(t / Exp(logScale), shape);
        return died * (Log(1 + odds) - Log(shape) - shape * (Log(t) - logScale) + Log(t)) + Log(1 + odds);
    }

    [Loss]
    internal static double Probit(double x, double y)
    {
        var p = 0.5 * (1 + Erf(x / Math.Sqrt(2)));
        return -(y * Log(p) + (1 - y) * Log(1 - p));
    }

    [LossFunction]
    internal static double NormalDistribution(double z) => Erfc(-z / Math.Sqrt(2)) / 2;

    [Loss]
    internal static double OrdinalProbit(double x, double low = -1, double high = 0.5) => -Log(NormalDistribution(high - x) - NormalDistribution(low - x));

    [Loss]
    internal static double Mixture([Prediction] double gate, [Prediction] double m1, [Prediction] double m2, double y)
    {
        var w = Sigmoid(gate);
        return -Log(w * Exp(-0.5 * Square(y - m1)) + (1 - w) * Exp(-0.5 * Square(y - m2)));
    }

    [Loss]
    internal static double SoftplusPoisson(double x, double y)
    {
        var rate = Softplus(x);
        return rate - y * Log(rate);
    }

    [LossFunction]
    internal static double NormalScore(double z) =>
        (z * ((2 * NormalDistribution(z)) - 1)) + (2 * Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI)) - (1 / Math.Sqrt(Math.PI));

    [Loss]
    internal static double NormalCrps([Prediction] double mean, [Prediction] double logScale, double y)
    {
        var scale = Exp(logScale);
        return scale * NormalScore((y - mean) / scale);
    }

    [Loss]
    internal static double SoftplusCrps([Prediction] double mean, [Prediction] double s, double y)
    {
        var scale = Softplus(s);
        return scale * NormalScore((y - mean) / scale);
    }

    [Loss]
    internal static double StudentT([Prediction] double mean, [Prediction] double logScale, [Prediction] double logFreedom, double y)
    {
        var freedom = Exp(logFreedom);
        var z = (y - mean) / Exp(logScale);
        return LogGamma(freedom / 2) - LogGamma((freedom + 1) / 2) + (0.5 * Log(freedom * Math.PI)) + logScale + ((freedom + 1) / 2 * Log(1 + (z * z / freedom)));
    }

    [Loss]
    internal static double StudentTOfFreedom([Prediction] double mean, [Prediction] double freedom, double y) =>
        -LogGamma((freedom + 1) / 2) + LogGamma(freedom / 2) + (0.5 * Log(Math.PI * freedom)) + ((freedom + 1) / 2 * Log(1 + (Square(y - mean) / freedom)));

    [Loss]
    internal static double NegativeBinomial([Prediction] double logMean, [Prediction] double logSize, double count)
    {
        var mean = Exp(logMean);
        var size = Exp(logSize);
        return LogGamma(size) + LogGamma(count + 1) - LogGamma(count + size) - (size * Log(size / (size + mean))) - (count * Log(mean / (size + mean)));
    }

    [Loss]
    internal static double NegativeBinomialOfSize([Prediction] double logMean, [Prediction] double size, double count)
    {
        var mean = Exp(logMean);
        return LogGamma(size) + LogGamma(count + 1) - LogGamma(count + size) + ((size + count) * Log(size + mean)) - (size * Log(size)) - (count * logMean);
    }

    [Loss]
    internal static double Beta([Prediction] double alpha, [Prediction] double beta, double y) =>
        LogGamma(alpha) + LogGamma(beta) - LogGamma(alpha + beta) - ((alpha - 1) * Log(y)) - ((beta - 1) * Log(1 - y));

    [Loss]
    internal static double LogOfSoftplus(double x, double y) => Square(Log(Softplus(x)) - y);

    [Loss]
    internal static double SoftplusVariance([Prediction] double mean, [Prediction(Link = Link.Softplus)] double variance, double y) =>
        0.5 * (Log(variance) + (Square(y - mean) / variance));

    [Loss]
    internal static double LogOfTwoExponentials(double x, double y, double k = 3) => (Log(Exp(k * (x - y)) + Exp(-k * (x - y))) / k) - (Math.Log(2) / k);
}
