namespace LossGen.Benchmarks.Losses;

/// <summary>Cross-entropy of a label with the softmax of a row of scores.</summary>
[Loss("(Row scores, int label) => LogSumExp(scores) - scores[label]")]
public sealed partial class SoftmaxCrossEntropy;
