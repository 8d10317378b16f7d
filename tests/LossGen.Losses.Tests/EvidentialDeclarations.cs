using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses.Tests;

/// <summary>Losses of evidential learning.</summary>
public static class EvidentialDeclarations
{
    /// <summary>Amini et al., "Deep Evidential Regression", NeurIPS 2020, equation 8.</summary>
    [Loss]
    public static double EvidentialNigNll(
        [Prediction] double gamma, [Prediction, Range(1e-6, 1e6)] double nu, [Prediction, Range(1, 1e6)] double alpha, [Prediction, Range(1e-6, 1e6)] double beta, double target)
    {
        var omega = 2 * beta * (1 + nu);
        return 0.5 * Log(Math.PI / nu) - alpha * Log(omega) + (alpha + 0.5) * Log(Square(target - gamma) * nu + omega) + LogGamma(alpha) - LogGamma(alpha + 0.5);
    }

    /// <summary>Equation 9 of the same paper.</summary>
    [Loss]
    public static double EvidentialNigRegularizer(
        [Prediction] double gamma, [Prediction, Range(0, 1e6)] double nu, [Prediction, Range(1, 1e6)] double alpha, double target) =>
        Abs(target - gamma) * (2 * nu + alpha);

    /// <summary>Sensoy et al., "Evidential Deep Learning to Quantify Classification Uncertainty", NeurIPS 2018, equation 5.</summary>
    [Loss]
    public static double EvidentialDirichletMse(Row logits, int target_class)
    {
        var concentration = Softplus(logits) + 1;
        var strength = Sum(concentration);
        var mean = concentration / strength;
        return Sum(Square(OneHot(target_class) - mean) + mean * (1 - mean) / (strength + 1));
    }
}
