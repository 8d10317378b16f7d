using System.ComponentModel.DataAnnotations;

namespace LossGen.Losses;

/// <summary>
/// Of every two items of a list, the more relevant one should have the higher score: Σ_{i, j: tᵢ &gt; tⱼ} log(1 + e^(−a·(zᵢ − zⱼ))) (C. Burges et al. 2005,
/// Learning to rank using gradient descent).
/// </summary>
/// <param name="slope">The slope a of the logistic function, positive.</param>
/// <remarks>
/// A sum over the pairs of a list, as published (XGBoost's <c>rank:pairwise</c> samples them); pairs of equal relevance do not count. It takes n² steps for a list of n.
/// </remarks>
[Loss("(Row scores, Row relevance) => Sum(Select(relevance > Other(relevance), Softplus(slope * (Other(scores) - scores)), 0))")]
public sealed partial class RankNet([Range(1e-6, 1e6)] double slope = 1);

/// <summary>
/// The mean of max(0, m − (zᵢ − zⱼ)) over all pairs of which the first is more relevant, tᵢ &gt; tⱼ (R. Herbrich et al. 1999; with labels of 0 and 1 and a margin of 1 the
/// convex bound of 1 − AUC); 0 if all are equally relevant.
/// </summary>
/// <param name="margin">The margin m.</param>
/// <remarks>Pairs of equal relevance do not count. It takes n² steps for a list of n.</remarks>
[Loss("(Row scores, Row relevance) => Sum(Select(relevance > Other(relevance), Relu(margin - (scores - Other(scores))), 0)) / Max(1, Count(relevance > Other(relevance)))")]
public sealed partial class PairwiseHinge([Range(0, 1e6)] double margin = 1);
