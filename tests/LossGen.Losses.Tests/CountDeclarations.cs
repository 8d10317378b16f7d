namespace LossGen.Losses.Tests;

[Loss("([Range(-1e4, 0)] log_probability, target) => XLogY(target, target) - target * log_probability")]
public sealed partial class KlPointwiseLogInput;

[Loss("(probability, target) => XLogY(target, target) - XLogY(target, probability)")]
public sealed partial class KlPointwiseProbs;
