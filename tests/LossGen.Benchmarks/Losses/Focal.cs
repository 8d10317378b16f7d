namespace LossGen.Benchmarks.Losses;

/// <summary>Focal loss of a logit, α-balanced: Lin et al., "Focal Loss for Dense Object Detection", 2017.</summary>
/// <param name="gamma">The focusing exponent γ.</param>
/// <param name="alpha">The weight α of the positive class.</param>
[Loss("([Prediction(Link = Link.Sigmoid)] p, y) => -alpha * y * Pow(1 - p, gamma) * Log(p) - (1 - alpha) * (1 - y) * Pow(p, gamma) * Log(1 - p)")]
public sealed partial class Focal(float gamma = 2f, float alpha = 0.25f);
