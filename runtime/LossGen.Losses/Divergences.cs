using System.ComponentModel.DataAnnotations;

namespace LossGen.Losses;

/// <summary>
/// The Kullback–Leibler divergence of a target distribution t from the softmax of a row of scores: Σ tₖ·(log tₖ − log pₖ). Cross-entropy less
/// the entropy of the target: the same gradient as <see cref="SoftmaxCrossEntropyOfDistribution"/>, and 0 where the model is right.
/// </summary>
[Loss("([Prediction(ScoreOf = Link.SoftMax)] Row scores, [Range(0, 1)] Row target) => Sum(XLogY(target, target) + target * (LogSumExp(scores) - Select(target == 0, 0, scores)))")]
public sealed partial class KullbackLeiblerOfScores;

/// <summary>The Kullback–Leibler divergence of a target distribution t from log-probabilities: Σ tₖ·(log tₖ − log pₖ).</summary>
/// <remarks>
/// PyTorch's <c>kl_div</c> with <c>reduction='batchmean'</c> is <see cref="Reduction.Mean"/> here; its 'mean' divides by the number of
/// elements. Optax' <c>kl_divergence</c>. One column per row gives the terms one by one. A logarithm of −∞ under a target of 0 contributes 0.
/// </remarks>
[Loss("([Prediction(ScoreOf = Link.Exp), Range(-1e30, 0)] Row logProbabilities, [Range(0, 1)] Row target) => Sum(XLogY(target, target) - target * Select(target == 0, 0, logProbabilities))")]
public sealed partial class KullbackLeibler;

/// <summary>As <see cref="KullbackLeibler"/>, with the target as log-probabilities, too: Σ e^τₖ·(τₖ − log pₖ).</summary>
/// <remarks>PyTorch's <c>kl_div(log_target=True)</c>, Optax' <c>kl_divergence_with_log_targets</c>. −∞ is no target here; a very negative number is.</remarks>
[Loss("([Prediction(ScoreOf = Link.Exp), Range(-1e30, 0)] Row logProbabilities, [Range(-1e30, 0)] Row logTarget) => Sum(Exp(logTarget) * (logTarget - logProbabilities))")]
public sealed partial class KullbackLeiblerOfLogTarget;

/// <summary>The Kullback–Leibler divergence between probabilities as they are: Σ tₖ·log(tₖ ÷ pₖ).</summary>
/// <param name="epsilon">Both are clipped to [ε, 1] first, as Keras does with 1e-7. At 0 nothing is clipped, as in kornia's <c>kl_div_loss_2d</c>: p = 0 under t &gt; 0 is ∞.</param>
[Loss("([Range(0, 1)] Row probabilities, [Range(0, 1)] Row target) => Sum(XLogY(Clamp(target, epsilon, 1), Clamp(target, epsilon, 1)) - XLogY(Clamp(target, epsilon, 1), Clamp(probabilities, epsilon, 1)))")]
public sealed partial class KullbackLeiblerOfProbabilities([Range(1e-7, 0.1)] double epsilon = 1e-7);

/// <summary>
/// The generalised Kullback–Leibler divergence Σ tₖ·log(tₖ ÷ pₖ) − tₖ + pₖ, for masses that do not sum to 1: the Bregman divergence of the
/// entropy, the loss of non-negative matrix factorisation, half the Poisson deviance.
/// </summary>
/// <remarks>Optax' <c>generalized_kl_divergence</c> takes the logarithm of the prediction.</remarks>
[Loss("([Range(1e-12, 1e12)] Row masses, [Range(0, 1e12)] Row target) => Sum(Select(target == 0, masses, XLogY(target, target / masses) - target + masses))")]
public sealed partial class GeneralizedKullbackLeibler;

/// <summary>
/// The Jensen–Shannon divergence ½·KL(t‖m) + ½·KL(p‖m), m = ½·(t + p): symmetric, finite everywhere, between 0 and log 2 (J. Lin 1991,
/// Divergence measures based on the Shannon entropy).
/// </summary>
/// <remarks>In natural logarithms, as in kornia and scipy (whose <c>jensenshannon</c> is its square root).</remarks>
[Loss("""
    ([Range(1e-30, 1)] Row probabilities, [Range(0, 1)] Row target) => 0.5 * Sum(Select(probabilities + target <= 0, 0,
        XLogY(probabilities, 2 * probabilities / (probabilities + target)) + XLogY(target, 2 * target / (probabilities + target))))
    """)]
public sealed partial class JensenShannon;

/// <summary>The squared Hellinger distance ½·Σ(√pₖ − √tₖ)²: symmetric, between 0 and 1 (E. Hellinger 1909).</summary>
[Loss("([Range(1e-30, 1)] Row probabilities, [Range(0, 1)] Row target) => 0.5 * Sum(Select(target == 0, probabilities, Square(Sqrt(probabilities) - Sqrt(target))))")]
public sealed partial class SquaredHellinger;
