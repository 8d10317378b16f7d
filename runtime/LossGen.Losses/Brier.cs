namespace LossGen.Losses;

/// <summary>
/// The squared distance of the softmax of a row of scores from the label, Σ (pₖ − [k = y])² (G. Brier 1950, Verification of forecasts expressed in terms of probability): a proper score like
/// cross-entropy, but bounded by 2, so that wrong labels matter less.
/// </summary>
/// <remarks>
/// The label's square stands apart from those of the other classes, so that the gradient has no difference to lose digits in where the model is right.
/// scikit-learn's <c>brier_score_loss</c> of several classes. For two it halves: that is <see cref="SquaredErrorLoss"/> of the probability.
/// </remarks>
[Loss("([Prediction(Link = Link.SoftMax)] Row p, int label) => Square(1 - p[label]) + Sum(Select(OneHot(label) == 1, 0, Square(p)))")]
public sealed partial class Brier;

/// <summary>As <see cref="Brier"/>, for a target distribution t: Σ (pₖ − tₖ)². What MixMatch asks of unlabelled samples (D. Berthelot et al. 2019), there divided by the number of classes.</summary>
[Loss("([Prediction(Link = Link.SoftMax)] Row p, [Range(0, 1)] Row target) => Sum(Square(p - target))")]
public sealed partial class BrierOfDistribution;
