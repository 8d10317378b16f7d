using System.ComponentModel.DataAnnotations;

namespace LossGen.Losses;

/// <summary>
/// Of every two items of a list, the more relevant one should have the higher score: Σ_{i, j: tᵢ &gt; tⱼ} log(1 + e^(−a·(zᵢ − zⱼ))) (C. Burges et al. 2005,
/// Learning to rank using gradient descent).
/// </summary>
/// <param name="slope">The slope a of the logistic function, positive.</param>
/// <param name="isMean">Whether to take the mean over the pairs instead, 0 if all are equally relevant.</param>
/// <remarks>
/// A sum over the pairs of a list, as published (XGBoost's <c>rank:pairwise</c> samples them); pairs of equal relevance, or with one of NaN, do not count. It takes n² steps for a list of n.
/// </remarks>
[Loss("""
    (Row scores, Row relevance) => Sum(Select(relevance > Other(relevance), Softplus(slope * (Other(scores) - scores)), 0))
        / (isMean ? Max(1, Count(relevance > Other(relevance))) : 1)
    """)]
public sealed partial class RankNet([Range(1e-6, 1e6)] double slope = 1, bool isMean = false);

/// <summary>
/// The mean of max(0, m − (zᵢ − zⱼ)) over all pairs of which the first is more relevant, tᵢ &gt; tⱼ (R. Herbrich et al. 1999; with labels of 0 and 1 and a margin of 1 the
/// convex bound of 1 − AUC); 0 if all are equally relevant.
/// </summary>
/// <param name="margin">The margin m.</param>
/// <param name="isMean">Whether to divide by the number of pairs; Rax has both.</param>
/// <remarks>Pairs of equal relevance, or with one of NaN, do not count. It takes n² steps for a list of n.</remarks>
[Loss("""
    (Row scores, Row relevance) => Sum(Select(relevance > Other(relevance), Relu(margin - (scores - Other(scores))), 0))
        / (isMean ? Max(1, Count(relevance > Other(relevance))) : 1)
    """)]
public sealed partial class PairwiseHinge([Range(0, 1e6)] double margin = 1, bool isMean = true);

/// <summary>
/// Σᵢⱼ ((zᵢ − zⱼ) − (tᵢ − tⱼ))² over all pairs of a list: the differences of scores are those of relevances, whatever their level.
/// </summary>
/// <remarks>Rax' <c>pairwise_mse_loss</c>. It takes n² steps for a list of n.</remarks>
[Loss("(Row scores, Row relevance) => Sum(Square((scores - Other(scores)) - (relevance - Other(relevance))))")]
public sealed partial class PairwiseSquaredError;

/// <summary>Σ_{i, j: tᵢ &gt; tⱼ} σ(−a·(zᵢ − zⱼ)): how many pairs are in the wrong order, softly; bounded, so that hopeless pairs do not dominate.</summary>
/// <param name="slope">The slope a of the logistic function, positive: the larger, the nearer to a count.</param>
/// <remarks>Rax' <c>pairwise_soft_zero_one_loss</c>. Pairs of equal relevance, or with one of NaN, do not count. It takes n² steps for a list of n.</remarks>
[Loss("(Row scores, Row relevance) => Sum(Select(relevance > Other(relevance), Sigmoid(slope * (Other(scores) - scores)), 0))")]
public sealed partial class PairwiseSoftZeroOne([Range(1e-6, 1e6)] double slope = 1);

/// <summary>
/// The cross-entropy of softmax(t) with softmax(z), the chances to be the first of the list (Z. Cao et al. 2007, Learning to rank: from pairwise approach to listwise approach).
/// </summary>
/// <remarks>Where relevances are weights of items as they are, as in Optax' <c>ranking_softmax_loss</c>, use <see cref="SoftmaxCrossEntropyOfDistribution"/>.</remarks>
[Loss("([Prediction(ScoreOf = Link.SoftMax)] Row scores, Row relevance) => Dot(SoftMax(relevance), LogSumExp(scores) - scores)")]
public sealed partial class ListNet;
