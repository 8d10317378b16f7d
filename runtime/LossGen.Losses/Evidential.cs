using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>Losses of evidential learning, as formulas: the model predicts a distribution over predictions, and so says how sure it is.</summary>
public static class Evidential
{
    /// <summary>
    /// The Dirichlet distribution of α = softplus(z) + 1 should have its mean at the label and a small variance: Σ (yₖ − mₖ)² + mₖ(1 − mₖ) ÷ (S + 1),
    /// m = α/S, S = Σα (M. Sensoy et al. 2018, Evidential deep learning to quantify classification uncertainty, equation 5).
    /// </summary>
    /// <param name="scores">Raw scores z.</param>
    /// <param name="label">The class label y.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double DirichletSquaredError(Row scores, int label)
    {
        // By the share t of all classes but the largest one, l, so that nothing cancels where l has nearly all of the evidence: Σ mₖ(1 − mₖ) is 2t − t² − Σₖ≠ₗ mₖ², and
        // Σ (yₖ − mₖ)² is t² + Σₖ≠ₗ mₖ² if l is the label, else 2 − 2mᵧ − Σ mₖ(1 − mₖ).
        var concentration = Softplus(scores) + 1;
        var strength = Sum(concentration);
        var others = concentration * (1 - OneHot(ArgMax(scores))) / strength;
        var rest = Sum(others);
        var squares = Sum(Square(others));
        var spread = 2 * rest - Square(rest) - squares;
        var error = ArgMax(scores) == label ? Square(rest) + squares : 2 - 2 * concentration[label] / strength - spread;
        return error + spread / (strength + 1);
    }

    /// <summary>The expected cross-entropy under the Dirichlet distribution of α = softplus(z) + 1: ψ(S) − ψ(αᵧ) (equation 4 of the same paper).</summary>
    /// <param name="scores">Raw scores z.</param>
    /// <param name="label">The class label y.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double DirichletCrossEntropy(Row scores, int label) => Digamma(Sum(Softplus(scores) + 1)) - Digamma(Softplus(scores[label]) + 1);

    /// <summary>
    /// The marginal likelihood of the label under the Dirichlet distribution of α = softplus(z) + 1: log S − log αᵧ (equation 3 of the same paper), as log(1 + Σₖ≠ᵧ αₖ ÷ αᵧ).
    /// </summary>
    /// <param name="scores">Raw scores z.</param>
    /// <param name="label">The class label y.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double DirichletLikelihood(Row scores, int label) =>
        LogP1(Sum((Softplus(scores) + 1) * (1 - OneHot(label))) / (Softplus(scores[label]) + 1));

    /// <summary>
    /// The regulariser of the same paper: the divergence from the uniform Dirichlet distribution of the evidence for wrong classes. Add it
    /// with a factor that grows from 0 to 1 over the first epochs.
    /// </summary>
    /// <param name="scores">Raw scores z.</param>
    /// <param name="label">The class label y, whose own evidence is taken out.</param>
    /// <returns>The divergence, at least 0.</returns>
    [Loss]
    public static double DirichletRegularizer([Range(-100, 100)] Row scores, int label)
    {
        var evidence = Softplus(scores) * (1 - OneHot(label));
        var strength = Sum(evidence + 1);
        return LogGamma(strength) - LogGamma(Count(scores)) - Sum(LogGamma(evidence + 1)) + Sum(evidence * (Digamma(evidence + 1) - Digamma(strength)));
    }

    /// <summary>
    /// The negative log-likelihood of a normal distribution whose mean and variance have a normal-inverse-gamma prior: a Student t with 2α degrees of
    /// freedom (A. Amini et al. 2020, Deep evidential regression, equation 8). With Ω = 2β(1 + ν) the paper's ½·log(π/ν) − α·log Ω + (α + ½)·log(ν(y − γ)² + Ω)
    /// is ½·log(π·s) + (α + ½)·log(1 + (y − γ)²/s) for s = Ω/ν, of which large terms need not cancel.
    /// </summary>
    /// <param name="gamma">The predicted mean γ.</param>
    /// <param name="nu">How many samples the mean stands for, ν &gt; 0.</param>
    /// <param name="alpha">How many samples the variance stands for, α &gt; 1.</param>
    /// <param name="beta">The scale of the variance, β &gt; 0.</param>
    /// <param name="target">The target y.</param>
    /// <returns>The loss.</returns>
    [Loss]
    public static double NormalInverseGamma(
        [Prediction] double gamma, [Prediction, Range(1e-6, 1e6)] double nu, [Prediction, Range(1, 1e6)] double alpha, [Prediction, Range(1e-6, 1e6)] double beta, double target)
    {
        var spread = 2 * beta * (1 + 1 / nu);
        return 0.5 * Log(Math.PI * spread) + (alpha + 0.5) * LogP1(Square(target - gamma) / spread) + LogGamma(alpha) - LogGamma(alpha + 0.5);
    }

    /// <summary>The regulariser of the same paper (equation 9): evidence is charged where the prediction is wrong.</summary>
    /// <param name="gamma">The predicted mean γ.</param>
    /// <param name="nu">How many samples the mean stands for, ν &gt; 0.</param>
    /// <param name="alpha">How many samples the variance stands for, α &gt; 1.</param>
    /// <param name="target">The target y.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double NormalInverseGammaRegularizer(
        [Prediction] double gamma, [Prediction, Range(0, 1e6)] double nu, [Prediction, Range(1, 1e6)] double alpha, double target) =>
        Abs(target - gamma) * (2 * nu + alpha);
}
