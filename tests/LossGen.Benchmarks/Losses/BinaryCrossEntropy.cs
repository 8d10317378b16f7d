namespace LossGen.Benchmarks.Losses;

/// <summary>Binary cross-entropy of a logit.</summary>
[Loss("(logit, target) => Softplus(logit) - logit * target")]
public sealed partial class BinaryCrossEntropy;
