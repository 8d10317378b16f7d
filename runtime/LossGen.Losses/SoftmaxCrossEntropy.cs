using System.ComponentModel.DataAnnotations;

namespace LossGen.Losses;

/// <summary>
/// The negative log-likelihood of a class label under the softmax of a row of scores: logΣexp(z) − z_y. The loss of multinomial logistic
/// regression, and the first choice for one class out of several.
/// </summary>
/// <remarks>
/// Takes raw scores (logits). PyTorch's <c>cross_entropy</c>, Keras' <c>SparseCategoricalCrossentropy(from_logits=True)</c>, Optax'
/// <c>softmax_cross_entropy_with_integer_labels</c>, scikit-learn's <c>HalfMultinomialLoss</c>.
/// </remarks>
[Loss("([Prediction(ScoreOf = Link.SoftMax)] Row scores, int label) => LogSumExp(scores) - scores[label]")]
public sealed partial class SoftmaxCrossEntropy;

/// <summary>
/// Softmax cross-entropy whose target keeps 1 − s on the label and spreads s evenly over all classes, so that the model does not grow
/// overconfident (C. Szegedy et al. 2016, Rethinking the Inception architecture).
/// </summary>
/// <param name="labelSmoothing">The share s that is spread, in [0, 1]. Libraries have 0 as their default; 0.1 is the paper's.</param>
/// <remarks>The libraries agree: t ← t·(1 − s) + s/C, as <c>label_smoothing</c> of PyTorch and Keras and <c>optax.smooth_labels</c>.</remarks>
[Loss("""
    ([Prediction(ScoreOf = Link.SoftMax)] Row scores, int label) => (1 - labelSmoothing) * (LogSumExp(scores) - scores[label])
        + (labelSmoothing == 0 ? 0 : labelSmoothing * Mean(LogSumExp(scores) - scores))
    """)]
public sealed partial class SmoothedSoftmaxCrossEntropy([Range(0, 1)] double labelSmoothing = 0.1);

/// <summary>
/// The cross-entropy of a target distribution t with the softmax of a row of scores: Σ tₖ·(logΣexp(z) − zₖ). For soft labels: mixup,
/// distillation, several annotators.
/// </summary>
/// <param name="labelSmoothing">The share of the target that is spread evenly over all classes, in [0, 1].</param>
/// <remarks>
/// The target need not sum to 1. A score of −∞ where the target is 0 contributes 0, as in Optax' <c>safe_softmax_cross_entropy</c>. PyTorch's
/// <c>cross_entropy</c> with probabilities, Keras' <c>CategoricalCrossentropy(from_logits=True)</c>, Optax' <c>softmax_cross_entropy</c>.
/// </remarks>
[Loss("""
    ([Prediction(ScoreOf = Link.SoftMax)] Row scores, [Range(0, 1)] Row target) => Dot((1 - labelSmoothing) * target + labelSmoothing / Count(scores),
        LogSumExp(scores) - Select((1 - labelSmoothing) * target + labelSmoothing / Count(scores) == 0, 0, scores))
    """)]
public sealed partial class SoftmaxCrossEntropyOfDistribution([Range(0, 1)] double labelSmoothing = 0);

/// <summary>
/// Softmax cross-entropy that counts every term by the weight of its class: (1 − s)·wᵧ·(−log pᵧ) + s/C·Σ wₖ·(−log pₖ). For classes of very different
/// frequency.
/// </summary>
/// <param name="classWeights">One weight per class, for example the number of samples divided by the number of classes and that of the class's samples.</param>
/// <param name="labelSmoothing">The share s of the target that is spread evenly over all classes, in [0, 1].</param>
/// <remarks>
/// PyTorch's <c>cross_entropy(weight=…, label_smoothing=…)</c>: its mean, which divides by the weights of the labels, is
/// <see cref="Reduction.WeightedMean"/>. Without smoothing <see cref="SoftmaxCrossEntropy"/> with <c>ClassWeights</c> is the same, and faster.
/// </remarks>
[Loss("""
    ([Prediction(ScoreOf = Link.SoftMax)] Row scores, int label) => Dot(classWeights * ((1 - labelSmoothing) * OneHot(label) + labelSmoothing / Count(scores)),
        LogSumExp(scores) - Select(classWeights * ((1 - labelSmoothing) * OneHot(label) + labelSmoothing / Count(scores)) == 0, 0, scores))
    """)]
public sealed partial class ClassWeightedSoftmaxCrossEntropy([ClassWeights, Range(0, 1e6)] Row classWeights, [Range(0, 1)] double labelSmoothing = 0);

/// <summary>As <see cref="SoftmaxCrossEntropyOfDistribution"/>, every term by the weight of its class: Σ wₖtₖ·(logΣexp(z) − zₖ).</summary>
/// <param name="classWeights">One weight per class.</param>
/// <param name="labelSmoothing">The share of the target that is spread evenly over all classes, in [0, 1].</param>
/// <remarks>PyTorch's mean of it divides by the number of samples.</remarks>
[Loss("""
    ([Prediction(ScoreOf = Link.SoftMax)] Row scores, [Range(0, 1)] Row target) => Dot(classWeights * ((1 - labelSmoothing) * target + labelSmoothing / Count(scores)),
        LogSumExp(scores) - Select(classWeights * ((1 - labelSmoothing) * target + labelSmoothing / Count(scores)) == 0, 0, scores))
    """)]
public sealed partial class ClassWeightedSoftmaxCrossEntropyOfDistribution([Range(0, 1e6)] Row classWeights, [Range(0, 1)] double labelSmoothing = 0);
