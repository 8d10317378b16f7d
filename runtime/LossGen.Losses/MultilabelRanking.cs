using System.ComponentModel.DataAnnotations;

namespace LossGen.Losses;

/// <summary>
/// Of several labels, log(1 + Σe^z) over those that are absent and log(1 + Σe⁻ᶻ) over those that are present: every label is pushed to its side of the score 0, the worst
/// first (J. Su et al. 2022, ZLPR).
/// </summary>
/// <remarks>Present are targets above ½. timm's <c>ZlprLoss</c>; cross-entropy with a label "none of these" whose score is 0.</remarks>
[Loss("""
    (Row scores, [Range(0, 1)] Row target) => Softplus(LogSumExp(Select(target > 0.5, -1e30, scores))) + Softplus(LogSumExp(Select(target > 0.5, -scores, -1e30)))
    """)]
public sealed partial class Zlpr;

/// <summary>
/// Of several labels, softplus(T₋·logΣe^(z/T₋) + T₊·logΣe^(−z/T₊)), the first sum over those that are absent and the second over those that are present: the highest of the
/// ones stays below the lowest of the others (T. Kobayashi 2023, Two-way multi-label loss).
/// </summary>
/// <param name="positiveTemperature">T₊, positive: the smaller, the more the lowest of the present labels counts.</param>
/// <param name="negativeTemperature">T₋, positive: the smaller, the more the highest of the absent labels counts.</param>
/// <remarks>
/// Present are targets above ½; without both kinds the loss is 0. timm's <c>TwoWayLoss</c> is the mean over samples, a row being the labels of one, plus the mean over labels,
/// a row being the samples of one; each over the rows where a label is present.
/// </remarks>
[Loss("""
    (Row scores, [Range(0, 1)] Row target) => Softplus(
        negativeTemperature * LogSumExp(Select(target > 0.5, -1e30, scores / negativeTemperature))
        + positiveTemperature * LogSumExp(Select(target > 0.5, -scores / positiveTemperature, -1e30)))
    """)]
public sealed partial class TwoWay([Range(1e-3, 1e3)] double positiveTemperature = 4, [Range(1e-3, 1e3)] double negativeTemperature = 1);
