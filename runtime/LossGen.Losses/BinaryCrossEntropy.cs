namespace LossGen.Losses;

/// <summary>The negative log-likelihood of 0/1 targets, or of probabilities as targets. Takes raw scores: σ(score) is the probability.</summary>
[Loss("([Prediction(Link = Link.Sigmoid)] p, [Range(0, 1)] y) => -(y * Log(p) + (1 - y) * Log(1 - p))")]
public sealed partial class BinaryCrossEntropy;
