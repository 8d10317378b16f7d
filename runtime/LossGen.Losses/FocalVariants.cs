using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>Losses of raw scores that weigh a cross-entropy by how wrong it is, each in its own way, as formulas; all after <see cref="BinaryFocal"/>.</summary>
public static class FocalVariants
{
    /// <summary>
    /// −y(1 − p)^γ₊·log p − (1 − y)·q^γ₋·log(1 − q) with q = max(0, p − m): positives are turned down less than negatives, and negatives below m are dropped (E. Ben-Baruch et al.
    /// 2020, Asymmetric loss for multi-label classification).
    /// </summary>
    /// <param name="probability">The probability p; its logit, in the class.</param>
    /// <param name="target">The label y, 0 or 1.</param>
    /// <param name="positiveGamma">How fast easy positives lose weight, γ₊, at least 0.</param>
    /// <param name="negativeGamma">How fast easy negatives lose weight, γ₋, at least 1.</param>
    /// <param name="shift">The probability m that negatives may have, in [0, 1).</param>
    /// <returns>The loss, at least 0.</returns>
    /// <remarks>timm's <c>AsymmetricLossMultiLabel</c> is the sum over labels and samples; its <c>disable_torch_grad_focal_loss</c> takes the powers as constants for the gradient.</remarks>
    [Loss(Name = "AsymmetricFocal")]
    public static double Asymmetric(
        [Prediction(Link = Link.Sigmoid)] double probability,
        [Range(0.0, 1.0)] double target,
        [Range(0.0, 8.0)] double positiveGamma = 1,
        [Range(1.0, 8.0)] double negativeGamma = 4,
        [Range(0.0, 0.5)] double shift = 0.05)
    {
        var excess = probability - shift;
        var logNegative = shift > 0 ? Log(1 - probability + shift) : Log(1 - probability);
        return (-target * Pow(1 - probability, positiveGamma) * Log(probability)) - (excess > 0 ? (1 - target) * Pow(excess, negativeGamma) * logNegative : 0);
    }

    /// <summary>
    /// |y − p|^β·CE of a quality y as target, such as the overlap of a box: the weight is gone where the score says just that (X. Li et al. 2020, Generalized focal loss).
    /// mmdetection's <c>QualityFocalLoss</c>.
    /// </summary>
    /// <param name="probability">The probability p; its logit, in the class.</param>
    /// <param name="target">The quality y, in [0, 1]; 0 for negatives.</param>
    /// <param name="beta">How fast good scores lose weight, β, at least 1.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss(Name = "QualityFocal")]
    public static double Quality([Prediction(Link = Link.Sigmoid)] double probability, [Range(0.0, 1.0)] double target, [Range(1.0, 8.0)] double beta = 2) =>
        -Pow(Abs(target - probability), beta) * ((target * Log(probability)) + ((1 - target) * Log(1 - probability)));

    /// <summary>
    /// y·CE of a positive with the quality y, −α·p^γ·log(1 − p) of a negative: only negatives are turned down, good positives are turned up (H. Zhang et al. 2021, VarifocalNet).
    /// mmdetection's <c>VarifocalLoss</c>.
    /// </summary>
    /// <param name="probability">The probability p; its logit, in the class.</param>
    /// <param name="target">The quality y, in [0, 1]; 0 for negatives.</param>
    /// <param name="alpha">The weight α of negatives, at least 0.</param>
    /// <param name="gamma">How fast easy negatives lose weight, γ, at least 0.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss(Name = "Varifocal")]
    public static double Variable(
        [Prediction(Link = Link.Sigmoid)] double probability, [Range(0.0, 1.0)] double target, [Range(0.0, 1e3)] double alpha = 0.75, [Range(0.0, 8.0)] double gamma = 2) =>
        target > 0
            ? -target * ((target * Log(probability)) + ((1 - target) * Log(1 - probability)))
            : -alpha * Pow(probability, gamma) * Log(1 - probability);
}
