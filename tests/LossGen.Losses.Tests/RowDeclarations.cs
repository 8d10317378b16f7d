namespace LossGen.Losses.Tests;

/// <summary>The divergence of probabilities that are not clipped; the catalogue clips them, as Keras does.</summary>
[Loss("(Row p, Row q) => Sum(XLogY(q, q) - XLogY(q, p))")]
public sealed partial class TotalKlProbs;

/// <summary>Cross-entropy with its author's own guard: no share of the target, no term.</summary>
[Loss("(Row scores, Row target) => -Sum(target == 0 ? 0 : target * LogSoftMax(scores))")]
public sealed partial class GuardedCrossEntropy;

/// <summary>A divergence of logarithms of probabilities with its author's own guard.</summary>
[Loss("([Range(-1e6, 0)] Row logarithms, [Range(0, 1)] Row target) => Sum(target == 0 ? 0 : target * (Log(target) - logarithms))")]
public sealed partial class GuardedKullbackLeibler;
