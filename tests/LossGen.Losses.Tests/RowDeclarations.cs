namespace LossGen.Losses.Tests;

[Loss("(Row logits, int target_class) => LogSumExp(logits) - logits[target_class]")]
public sealed partial class SoftmaxCrossEntropy;

[Loss("(Row logits, int target_class) => (1 - label_smoothing) * (LogSumExp(logits) - logits[target_class]) + label_smoothing * Mean(LogSumExp(logits) - logits)")]
public sealed partial class SmoothedSoftmaxCrossEntropy(double label_smoothing);

[Loss("(Row logits, Row target_probs) => Sum(target_probs * (LogSumExp(logits) - logits))")]
public sealed partial class SoftmaxCrossEntropyOfProbabilities;

[Loss("(Row p, Row q) => Sum(XLogY(q, q) - XLogY(q, p))")]
public sealed partial class TotalKlProbs;

[Loss("([Prediction] Row anchor, [Prediction] Row positive, [Prediction] Row negative) => Relu(Sum(Square(anchor - positive)) - Sum(Square(anchor - negative)) + margin)")]
public sealed partial class TripletMarginSquared(double margin);

[Loss("([Prediction] Row a, [Prediction] Row b, target) => target * Sum(Square(a - b)) + (1 - target) * Square(Relu(margin - Norm(a - b)))")]
public sealed partial class ContrastivePair(double margin);
