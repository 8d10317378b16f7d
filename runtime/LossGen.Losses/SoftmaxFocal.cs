using System.ComponentModel.DataAnnotations;

namespace LossGen.Losses;

/// <summary>
/// Softmax cross-entropy that turns down what is easy already: −α·(1 − pᵧ)^γ·log pᵧ (T.-Y. Lin et al. 2017, Focal loss for dense object
/// detection). For rare classes among many easy samples.
/// </summary>
/// <param name="gamma">How fast easy samples lose weight, at least 0; 0 is plain cross-entropy. The paper has 2.</param>
/// <param name="alpha">A factor of the whole loss, as in Keras, whose default is 0.25. For one α per class set <c>ClassWeights</c>.</param>
[Loss("([Prediction(Link = Link.SoftMax)] Row p, int label) => -alpha * Pow(1 - p[label], gamma) * Log(p[label])")]
public sealed partial class SoftmaxFocal(double gamma = 2, double alpha = 1);

/// <summary>
/// As <see cref="SoftmaxFocal"/>, for a target distribution t and one factor per class: Σ αₖ·(1 − pₖ)^γ·tₖ·(−log pₖ). Takes raw scores.
/// </summary>
/// <param name="alpha">One factor per class; MONAI, which takes one number for the others, sets that of the first class (the background) to 1 − α.</param>
/// <param name="gamma">How fast easy samples lose weight, at least 0.</param>
/// <param name="labelSmoothing">The share of the target that is spread evenly over all classes, in [0, 1].</param>
/// <remarks>
/// Keras' <c>CategoricalFocalCrossentropy(from_logits=True)</c>, MONAI's <c>FocalLoss(use_softmax=True)</c> summed over classes. A score of −∞ where the target is 0 contributes 0.
/// </remarks>
[Loss("""
    ([Prediction(Link = Link.SoftMax)] Row p, [Range(0, 1)] Row target) => -Sum(Select(alpha * ((1 - labelSmoothing) * target + labelSmoothing / Count(p)) <= 0, 0,
        alpha * ((1 - labelSmoothing) * target + labelSmoothing / Count(p)) * Pow(1 - p, gamma) * Log(p)))
    """)]
public sealed partial class CategoricalFocal([Range(0, 1e6)] Row alpha, double gamma = 2, [Range(0, 1)] double labelSmoothing = 0);

/// <summary>As <see cref="CategoricalFocal"/>, given probabilities, which are normalised and clipped first: Keras' default, <c>from_logits=False</c>.</summary>
/// <param name="alpha">One factor per class; Keras has 0.25 for all.</param>
/// <param name="gamma">How fast easy samples lose weight, at least 0.</param>
/// <param name="labelSmoothing">The share of the target that is spread evenly over all classes, in [0, 1].</param>
/// <param name="epsilon">Probabilities are clipped to [ε, 1 − ε]; where they are, the gradient is 0.</param>
[Loss("""
    ([Simplex] Row probabilities, [Range(0, 1)] Row target) => -Sum(alpha * ((1 - labelSmoothing) * target + labelSmoothing / Count(probabilities))
        * Pow(1 - Clamp(probabilities / Sum(probabilities), epsilon, 1 - epsilon), gamma) * Log(Clamp(probabilities / Sum(probabilities), epsilon, 1 - epsilon)))
    """)]
public sealed partial class CategoricalFocalOfProbabilities(
    [Range(0, 1e6)] Row alpha, double gamma = 2, [Range(0, 1)] double labelSmoothing = 0, [Range(1e-7, 0.1)] double epsilon = 1e-7);
