namespace LossGen.Losses.Tests;

/// <summary>The divergence of probabilities that are not clipped; the catalogue clips them, as Keras does.</summary>
[Loss("(Row p, Row q) => Sum(XLogY(q, q) - XLogY(q, p))")]
public sealed partial class TotalKlProbs;
