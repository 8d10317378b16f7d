namespace LossGen.Losses;

/// <summary>The negative log-likelihood of a class label under the softmax of a row of scores.</summary>
[Loss("(Row scores, int label) => LogSumExp(scores) - scores[label]")]
public sealed partial class SoftmaxCrossEntropy;
