namespace LossGen.Losses.Tests;

[Loss("(Row logits, int target_class) => LogSumExp(logits) - logits[target_class]")]
public sealed partial class SoftmaxCrossEntropy;

[Loss("(Row logits, int target_class) => (1 - label_smoothing) * (LogSumExp(logits) - logits[target_class]) + label_smoothing * Mean(LogSumExp(logits) - logits)")]
public sealed partial class SmoothedSoftmaxCrossEntropy(double label_smoothing);

[Loss("(Row logits, Row target_probs) => Sum(target_probs * (LogSumExp(logits) - logits))")]
public sealed partial class SoftmaxCrossEntropyOfProbabilities;

[Loss("(Row logits, int target_class) => Pow(1 - SoftMax(logits)[target_class], gamma) * (LogSumExp(logits) - logits[target_class])")]
public sealed partial class SoftmaxFocal(double gamma);

[Loss("(Row logits, int target_class) => LogSumExp(logits) - logits[target_class] + epsilon * (1 - SoftMax(logits)[target_class])")]
public sealed partial class Poly1CrossEntropy(double epsilon);

[Loss("(Row logits, int target_class) => -ExpM1(q * LogSoftMax(logits)[target_class]) / q")]
public sealed partial class GeneralizedCrossEntropy(double q);

[Loss("(Row logits, Row target_probs) => Sum(XLogY(target_probs, target_probs) - target_probs * LogSoftMax(logits))")]
public sealed partial class KlSoftmax;

[Loss("(Row p, Row q) => 0.5 * Sum(Square(Sqrt(p) - Sqrt(q)))")]
public sealed partial class HellingerSquared;

[Loss("(Row p, Row q) => Sum(XLogY(q, q) - XLogY(q, p))")]
public sealed partial class TotalKlProbs;

[Loss("([Prediction] Row a, [Prediction] Row b, target) => target > 0 ? 1 - CosineSimilarity(a, b) : Relu(CosineSimilarity(a, b) - margin)")]
public sealed partial class CosineEmbedding(double margin);

[Loss("([Prediction] Row anchor, [Prediction] Row positive, [Prediction] Row negative) => Relu(Norm(anchor - positive) - Norm(anchor - negative) + margin)")]
public sealed partial class TripletMargin(double margin);

[Loss("([Prediction] Row anchor, [Prediction] Row positive, [Prediction] Row negative) => Relu(Sum(Square(anchor - positive)) - Sum(Square(anchor - negative)) + margin)")]
public sealed partial class TripletMarginSquared(double margin);

[Loss("([Prediction] Row a, [Prediction] Row b, target) => target * Sum(Square(a - b)) + (1 - target) * Square(Relu(margin - Norm(a - b)))")]
public sealed partial class ContrastivePair(double margin);

[Loss("(Row similarity) => LogSumExp(similarity / temperature) - similarity[0] / temperature")]
public sealed partial class InfonceSimilarityRow(double temperature);

[Loss("(Row prediction, Row target) => 1 - (2 * Sum(prediction * target) + smooth) / (Sum(prediction) + Sum(target) + smooth)")]
public sealed partial class Dice(double smooth);

[Loss("(Row prediction, Row target) => 1 - (2 * Sum(prediction * target) + smooth) / (Sum(Square(prediction)) + Sum(Square(target)) + smooth)")]
public sealed partial class DiceSquaredDenominator(double smooth);

[Loss("(Row prediction, Row target) => 1 - (Sum(prediction * target) + smooth) / (Sum(prediction) + Sum(target) - Sum(prediction * target) + smooth)")]
public sealed partial class Jaccard(double smooth);

[Loss("(Row prediction, Row target) => 1 - (Sum(prediction * target) + smooth) / (Sum(prediction * target) + alpha * Sum(prediction * (1 - target)) + beta * Sum((1 - prediction) * target) + smooth)")]
public sealed partial class Tversky(double alpha, double beta, double smooth);
