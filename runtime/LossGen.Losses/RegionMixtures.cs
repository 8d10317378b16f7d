using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>Losses for segmentation that mix overlap with cross-entropy, as formulas: a row is a region, such as the flattened mask of one class of one image.</summary>
public static class RegionMixtures
{
    /// <summary>
    /// λ·Dice + κ·mean cross-entropy of a region: overlap, which does not care how small the region is, with a gradient that does not fade where overlap is none. Takes raw scores.
    /// </summary>
    /// <param name="probability">The probability p; its logit, in the class.</param>
    /// <param name="target">The target t.</param>
    /// <param name="diceWeight">λ, at least 0: MONAI's <c>lambda_dice</c>.</param>
    /// <param name="crossEntropyWeight">κ, at least 0: MONAI's <c>lambda_ce</c>.</param>
    /// <param name="positiveWeight">The factor of the positive term of cross-entropy, positive.</param>
    /// <param name="numeratorSmoothing">Added to the numerator of Dice.</param>
    /// <param name="denominatorSmoothing">Added to its denominator, positive.</param>
    /// <returns>The loss, at least 0.</returns>
    /// <remarks>MONAI's <c>DiceCELoss(sigmoid=True)</c> for one class. For several, add the losses of <see cref="Regions.TwiceSmoothedDice"/> and of <see cref="SoftmaxCrossEntropy"/>.</remarks>
    [Loss]
    public static double DiceCrossEntropy(
        [Prediction(Link = Link.Sigmoid)] Row probability, [Range(0, 1)] Row target, [Range(0, 1e3)] double diceWeight = 1, [Range(0, 1e3)] double crossEntropyWeight = 1,
        [Range(1e-6, 1e6)] double positiveWeight = 1, double numeratorSmoothing = 1e-5, double denominatorSmoothing = 1e-5) =>
        diceWeight * Regions.TwiceSmoothedDice(probability, target, numeratorSmoothing, denominatorSmoothing)
        - crossEntropyWeight * Mean(positiveWeight * target * Log(probability) + (1 - target) * Log(1 - probability));

    /// <summary>λ·Dice + κ·mean focal loss of a region: as <see cref="DiceCrossEntropy"/>, with less weight for pixels that are right already. Takes raw scores.</summary>
    /// <param name="probability">The probability p; its logit, in the class.</param>
    /// <param name="target">The target t.</param>
    /// <param name="diceWeight">λ, at least 0: MONAI's <c>lambda_dice</c>.</param>
    /// <param name="focalWeight">κ, at least 0: MONAI's <c>lambda_focal</c>.</param>
    /// <param name="gamma">How fast easy pixels lose weight, at least 0.</param>
    /// <param name="positiveWeight">The weight of the foreground in the focal loss, at least 0: α, if MONAI's <c>alpha</c> is given.</param>
    /// <param name="negativeWeight">The weight of the background, at least 0: 1 − α.</param>
    /// <param name="numeratorSmoothing">Added to the numerator of Dice.</param>
    /// <param name="denominatorSmoothing">Added to its denominator, positive.</param>
    /// <returns>The loss, at least 0.</returns>
    /// <remarks>MONAI's <c>DiceFocalLoss(sigmoid=True)</c>, one row for each class of each image.</remarks>
    [Loss]
    public static double DiceFocal(
        [Prediction(Link = Link.Sigmoid)] Row probability, [Range(0, 1)] Row target, [Range(0, 1e3)] double diceWeight = 1, [Range(0, 1e3)] double focalWeight = 1,
        [Range(0.0, 8.0)] double gamma = 2, [Range(0.0, 1e3)] double positiveWeight = 1, [Range(0.0, 1e3)] double negativeWeight = 1,
        double numeratorSmoothing = 1e-5, double denominatorSmoothing = 1e-5) =>
        diceWeight * Regions.TwiceSmoothedDice(probability, target, numeratorSmoothing, denominatorSmoothing)
        - focalWeight * Mean(positiveWeight * target * Pow(1 - probability, gamma) * Log(probability) + negativeWeight * (1 - target) * Pow(probability, gamma) * Log(1 - probability));

    /// <summary>
    /// ω·cross-entropy + (1 − ω)·Tversky of one class, asymmetric: a rare class (the foreground) has −δ·t·log p and (1 − TI)^(1 − γ), the background −(1 − δ)·(1 − p)^γ·t·log p and 1 − TI, where
    /// false negatives weigh δ and false positives 1 − δ (M. Yeung et al. 2022, Unified focal loss).
    /// </summary>
    /// <param name="probability">The probability p of the class, one per pixel.</param>
    /// <param name="target">The target t.</param>
    /// <param name="isForeground">1 for a rare class, 0 for the background.</param>
    /// <param name="weight">The share ω of cross-entropy, in [0, 1].</param>
    /// <param name="delta">δ: how much false negatives weigh more than false positives, in [0, 1].</param>
    /// <param name="gamma">γ, in [0, 1): how much the background's easy pixels are turned down, and how much the foreground's overlap is turned up.</param>
    /// <param name="epsilon">Probabilities are clipped to [ε, 1 − ε], and the overlap is smoothed by ε.</param>
    /// <returns>The loss, at least 0.</returns>
    /// <remarks>MONAI's <c>AsymmetricUnifiedFocalLoss</c>: the mean over images and classes, one row for each.</remarks>
    [Loss]
    public static double UnifiedFocal(
        [Range(0, 1)] Row probability, [Range(0, 1)] Row target, [AllowedValues(0, 1)] double isForeground, [Range(0.0, 1.0)] double weight = 0.5, [Range(0.0, 1.0)] double delta = 0.6,
        [Range(0.0, 0.95)] double gamma = 0.5, [Range(1e-7, 0.1)] double epsilon = 1e-7)
    {
        var p = Clamp(probability, epsilon, 1 - epsilon);
        var distance = Regions.TverskyDistance(p, target, 1 - delta, delta, epsilon, epsilon);
        return isForeground > 0
            ? (1 - weight) * Pow(Max(distance, epsilon), 1 - gamma) - weight * delta * Mean(target * Log(p))
            : (1 - weight) * distance - weight * (1 - delta) * Mean(target * Pow(1 - p, gamma) * Log(p));
    }
}
