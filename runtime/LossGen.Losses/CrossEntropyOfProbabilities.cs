using System.ComponentModel.DataAnnotations;

namespace LossGen.Losses;

/// <summary>The negative log-likelihood of a class label, given the logarithms of the class probabilities: −log pᵧ.</summary>
/// <remarks>PyTorch's <c>nll_loss</c>. Prefer <see cref="SoftmaxCrossEntropy"/> where the scores are at hand.</remarks>
[Loss("([Prediction(ScoreOf = Link.Exp), Range(-1e30, 0)] Row logProbabilities, int label) => -logProbabilities[label]")]
public sealed partial class NegativeLogLikelihood;

/// <summary>The cross-entropy of a target distribution with class probabilities that are normalised and clipped first: −Σ tₖ·log clip(pₖ/Σp).</summary>
/// <param name="epsilon">Probabilities are clipped to [ε, 1 − ε]; where they are, the gradient is 0. Keras has 1e-7.</param>
/// <param name="labelSmoothing">The share of the target that is spread evenly over all classes, in [0, 1].</param>
/// <remarks>
/// Keras' <c>CategoricalCrossentropy</c> with <c>from_logits=False</c>. Burn clips likewise, Flux adds its ε to the probability. Losses of
/// scores (<see cref="SoftmaxCrossEntropyOfDistribution"/>) need no clipping and keep their digits.
/// </remarks>
[Loss("""
    ([Simplex] Row probabilities, [Range(0, 1)] Row target) => -Dot((1 - labelSmoothing) * target + labelSmoothing / Count(probabilities),
        Log(Clamp(probabilities / Sum(probabilities), epsilon, 1 - epsilon)))
    """)]
public sealed partial class CategoricalCrossEntropy([Range(1e-7, 0.1)] double epsilon = 1e-7, [Range(0, 1)] double labelSmoothing = 0);

/// <summary>The negative log-likelihood of a class label, given class probabilities that are normalised and clipped first: −log clip(pᵧ/Σp).</summary>
/// <param name="epsilon">Probabilities are clipped to [ε, 1 − ε]; where they are, the gradient is 0. Keras has 1e-7.</param>
/// <remarks>Keras' <c>SparseCategoricalCrossentropy</c> with <c>from_logits=False</c>.</remarks>
[Loss("([Simplex] Row probabilities, int label) => -Log(Clamp(probabilities[label] / Sum(probabilities), epsilon, 1 - epsilon))")]
public sealed partial class SparseCategoricalCrossEntropy([Range(1e-7, 0.1)] double epsilon = 1e-7);
