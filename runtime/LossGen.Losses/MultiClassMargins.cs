using System.ComponentModel.DataAnnotations;

namespace LossGen.Losses;

/// <summary>
/// How far the best wrong class reaches into the margin of the right one: maxₖ(zₖ + [k ≠ y]) − zᵧ (K. Crammer and Y. Singer 2001, On the
/// algorithmic implementation of multiclass kernel-based vector machines).
/// </summary>
/// <remarks>Optax' <c>multiclass_hinge_loss</c>. Between tied classes the gradient is shared evenly.</remarks>
[Loss("(Row scores, int label) => Max(scores + (1 - OneHot(label))) - scores[label]")]
public sealed partial class CrammerSinger;

/// <summary>How far the best class is ahead of the right one: max(z) − zᵧ (M. Collins 2002). Optax' <c>multiclass_perceptron_loss</c>.</summary>
[Loss("(Row scores, int label) => Max(scores) - scores[label]")]
public sealed partial class MulticlassPerceptron;

/// <summary>
/// Every wrong class that reaches into the margin is charged: (1/C)·Σ_{k≠y} max(0, m − zᵧ + zₖ)^p (J. Weston and C. Watkins 1999).
/// </summary>
/// <param name="p">The power, 1 or 2.</param>
/// <param name="margin">The margin m.</param>
/// <remarks>PyTorch's <c>multi_margin_loss</c>; its class weights are <c>ClassWeights</c> here.</remarks>
[Loss("(Row scores, int label) => Sum((1 - OneHot(label)) * Pow(Relu(margin - scores[label] + scores), p)) / Count(scores)")]
public sealed partial class MultiMargin([Range(1, 2)] double p = 1, double margin = 1);

/// <summary>max(0, maxₖ((1 − tₖ)·pₖ) − Σ tₖpₖ + 1) for a one-hot target: Keras' <c>CategoricalHinge</c>.</summary>
/// <remarks>The right class takes part in the maximum with a 0, so that the best wrong score counts only where it is positive.</remarks>
[Loss("(Row scores, [Range(0, 1)] Row target) => Relu(Max((1 - target) * scores) - Dot(target, scores) + 1)")]
public sealed partial class CategoricalHinge;

/// <summary>
/// One binary cross-entropy per class, averaged over the classes: mean(softplus(zₖ) − tₖzₖ). For samples that may have several labels.
/// </summary>
/// <remarks>PyTorch's <c>multilabel_soft_margin_loss</c>, with a target of 0 and 1.</remarks>
[Loss("([Prediction(ScoreOf = Link.Sigmoid)] Row scores, [Range(0, 1)] Row target) => Mean(Softplus(scores) - target * scores)")]
public sealed partial class MultilabelSoftMargin;

/// <summary>As <see cref="MultilabelSoftMargin"/>, every class by its weight: mean(wₖ·(softplus(zₖ) − tₖzₖ)).</summary>
/// <param name="classWeights">One weight per class.</param>
[Loss("([Prediction(ScoreOf = Link.Sigmoid)] Row scores, [Range(0, 1)] Row target) => Mean(classWeights * (Softplus(scores) - target * scores))")]
public sealed partial class ClassWeightedMultilabelSoftMargin([Range(0, 1e6)] Row classWeights);

/// <summary>As <see cref="MultilabelSoftMargin"/>, the positive term of every class by its weight: mean(wₖ·tₖ·softplus(−zₖ) + (1 − tₖ)·softplus(zₖ)).</summary>
/// <param name="positiveWeights">One weight per class.</param>
/// <remarks>PyTorch's <c>BCEWithLogitsLoss(pos_weight=…)</c> with a weight for each class.</remarks>
[Loss("([Prediction(ScoreOf = Link.Sigmoid)] Row scores, [Range(0, 1)] Row target) => Mean(positiveWeights * target * Softplus(-scores) + (1 - target) * Softplus(scores))")]
public sealed partial class PositiveWeightedMultilabelSoftMargin([Range(0, 1e6)] Row positiveWeights);

/// <summary>
/// Every class without the label that reaches into the margin of one with it is charged: (1/C)·Σ_{j: tⱼ = 1} Σ_{i: tᵢ = 0} max(0, m − (zⱼ − zᵢ)).
/// </summary>
/// <param name="margin">The margin m.</param>
/// <remarks>PyTorch's <c>multilabel_margin_loss</c>, whose list of labels is a row of 0 and 1 here.</remarks>
[Loss("(Row scores, [AllowedValues(0, 1)] Row target) => Sum(Relu(margin - (Other(scores) - scores)) * Other(target) * (1 - target)) / Count(scores)")]
public sealed partial class MultilabelMargin(double margin = 1);
