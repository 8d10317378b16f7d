namespace LossGen.Losses.Tests;

[Loss("(logit, target) => Softplus(logit) - target * logit")]
public sealed partial class BceWithLogits;

[Loss("(logit, target) => pos_weight * target * Softplus(-logit) + (1 - target) * Softplus(logit)")]
public sealed partial class BceWithLogitsPosWeight(double pos_weight);

[Loss("(logit, target) => Softplus(logit) - (target * (1 - label_smoothing) + 0.5 * label_smoothing) * logit")]
public sealed partial class BceWithLogitsLabelSmoothing(double label_smoothing);

[Loss("([Range(0, 1)] probability, target) => -(XLogY(target, probability) + XLogP1Y(1 - target, -probability))")]
public sealed partial class BceProbs;

[Loss("([Prediction(Link = Link.Sigmoid)] logit, target) => -alpha * target * Pow(1 - logit, gamma) * Log(logit) - (1 - alpha) * (1 - target) * Pow(logit, gamma) * Log(1 - logit)")]
public sealed partial class FocalLogits(double gamma, double alpha);

[Loss("([Prediction(Link = Link.Sigmoid)] logit, target) => -target * Pow(1 - logit, gamma) * Log(logit) - (1 - target) * Pow(logit, gamma) * Log(1 - logit)")]
public sealed partial class UnweightedFocalLogits(double gamma);

[Loss("(score, target) => Relu(1 - target * score)")]
public sealed partial class Hinge;

[Loss("(score, target) => Square(Relu(1 - target * score))")]
public sealed partial class SquaredHinge;

[Loss("(score, target) => target * score >= -1 ? Square(Relu(1 - target * score)) : -4 * target * score")]
public sealed partial class ModifiedHuber;

[Loss("(score, target) => Exp(-target * score)")]
public sealed partial class Exponential;

[Loss("(score, target) => Log(1 + Exp(-target * score))")]
public sealed partial class LogisticMargin;

[Loss("(score, target) => Relu(-target * score)")]
public sealed partial class Perceptron;

[Loss("([Range(0, 1)] probability, target) => -target * Pow(1 - probability, gamma) * Log(probability) - (1 - target) * Pow(probability, gamma) * Log(1 - probability)")]
public sealed partial class FocalProbs(double gamma);

[Loss("([Range(0, 1)] probability, target) => -alpha * target * Pow(1 - probability, gamma) * Log(probability) - (1 - alpha) * (1 - target) * Pow(probability, gamma) * Log(1 - probability)")]
public sealed partial class WeightedFocalProbs(double gamma, double alpha);

[Loss("(score, target) => target * score > 1 ? 0 : target * score > 1 - gamma ? Square(1 - target * score) / (2 * gamma) : 1 - target * score - gamma / 2")]
public sealed partial class SmoothedHinge(double gamma);
