namespace LossGen.Losses;

/// <summary>Cross-entropy that turns down what is easy already (T.-Y. Lin et al. 2017, Focal loss for dense object detection). Takes raw scores.</summary>
/// <param name="gamma">How fast easy samples lose weight, at least 0; 0 is plain cross-entropy.</param>
/// <param name="alpha">The weight of the positive class, in [0, 1]; the negative class has 1 − α.</param>
[Loss("([Prediction(Link = Link.Sigmoid)] p, [Range(0, 1)] y) => -alpha * y * Pow(1 - p, gamma) * Log(p) - (1 - alpha) * (1 - y) * Pow(p, gamma) * Log(1 - p)")]
public sealed partial class BinaryFocal(double gamma = 2, double alpha = 0.25);
