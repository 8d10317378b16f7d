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

[Loss("(Row logits, Row target_probs) => Dot((1 - label_smoothing) * target_probs + label_smoothing / Count(logits), LogSumExp(logits) - logits)")]
public sealed partial class SmoothedSoftmaxCrossEntropyOfProbabilities(double label_smoothing);

[Loss("([Prediction(Link = Link.SoftMax)] Row logits, int target_class) => -Pow(1 - logits[target_class], gamma) * Log(logits[target_class])")]
public sealed partial class SoftmaxFocal(double gamma);

[Loss("(Row logits, int target_class) => -Log(SoftMax(logits)[target_class]) + epsilon * (1 - SoftMax(logits)[target_class])")]
public sealed partial class Poly1CrossEntropy(double epsilon);

[Loss("(Row logits, int target_class) => (1 - Pow(SoftMax(logits)[target_class], q)) / q")]
public sealed partial class GeneralizedCrossEntropy(double q);

[Loss("(Row logits, Row target_probs) => Sum(XLogY(target_probs, target_probs) - target_probs * LogSoftMax(logits))")]
public sealed partial class KlSoftmax;

[Loss("(Row p, Row q) => 0.5 * Sum(XLogY(p, 2 * p / (p + q))) + 0.5 * Sum(XLogY(q, 2 * q / (p + q)))")]
public sealed partial class JensenShannon;

[Loss("(Row p, Row q) => 0.5 * Sum(Square(Sqrt(p) - Sqrt(q)))")]
public sealed partial class HellingerSquared;

[Loss("([Prediction] Row a, [Prediction] Row b, [AllowedValues(-1, 1)] target) => target == 1 ? 1 - CosineSimilarity(a, b) : Max(0, CosineSimilarity(a, b) - margin)")]
public sealed partial class CosineEmbedding(double margin);

[Loss("([Prediction] Row anchor, [Prediction] Row positive, [Prediction] Row negative) => Relu(Norm(anchor - positive) - Norm(anchor - negative) + margin)")]
public sealed partial class TripletMargin(double margin);

[Loss("(Row similarity) => LogSumExp(similarity / temperature) - similarity[0] / temperature")]
public sealed partial class InfoNce(double temperature);
