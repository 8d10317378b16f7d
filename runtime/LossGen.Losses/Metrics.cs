// Metrics, for their values: that the gradient is 0 everywhere is what LG2001 warns of, and true.
#pragma warning disable LG2001
namespace LossGen.Losses;

/// <summary>
/// A metric, not a loss: the share of columns whose score is on the wrong side of a threshold (R. Hamming 1950). Its gradient is 0 wherever there is one
/// (LG2001), so nothing can be learned from it: train on <see cref="MultilabelSoftMargin"/> and watch this.
/// </summary>
/// <param name="threshold">From where on a score says 1: 0 for raw scores, 0.5 for probabilities.</param>
/// <remarks>scikit-learn's <c>hamming_loss</c>, which takes the decisions instead of the scores.</remarks>
[Loss("(Row scores, [AllowedValues(0, 1)] Row target) => Mean(Select(scores > threshold, 1 - target, target))", Hessian = HessianPolicy.None)]
public sealed partial class HammingDistance(double threshold = 0);

/// <summary>
/// A metric, not a loss: 1 unless the largest score, the first of several, is that of the label. Its mean is one less the accuracy. Its gradient is 0
/// everywhere (LG2001): train on <see cref="SoftmaxCrossEntropy"/> and watch this.
/// </summary>
/// <remarks>scikit-learn's <c>zero_one_loss</c>.</remarks>
[Loss("(Row scores, int label) => ArgMax(scores) == label ? 0 : 1", Hessian = HessianPolicy.None)]
public sealed partial class Misclassification;
