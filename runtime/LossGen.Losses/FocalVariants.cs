using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>Losses of raw scores that weigh a cross-entropy by how wrong it is, each in its own way, as formulas; all after <see cref="BinaryFocal"/>.</summary>
public static class FocalVariants
{
    /// <summary>
    /// −y(1 − p)^γ₊·log p − (1 − y)·q^γ₋·log(1 − q) with q = max(0, p − m): positives are turned down less than negatives, and negatives below m are dropped (E. Ben-Baruch et al.
    /// 2020, Asymmetric loss for multi-label classification). Of soft labels, (y(1 − p) + (1 − y)q)^(γ₊y + γ₋(1 − y)) times the cross-entropy.
    /// </summary>
    /// <param name="probability">The probability p; its logit, in the class.</param>
    /// <param name="target">The label y, 0 or 1, or a probability.</param>
    /// <param name="positiveGamma">How fast easy positives lose weight, γ₊, at least 0.</param>
    /// <param name="negativeGamma">How fast easy negatives lose weight, γ₋, at least 0.</param>
    /// <param name="shift">The probability m that negatives may have, in [0, 1).</param>
    /// <param name="smoothing">The share s of the label that is spread, in [0, 1]: y(1 − s) + s/2 replaces y.</param>
    /// <returns>The loss, at least 0.</returns>
    /// <remarks>timm's <c>AsymmetricLossMultiLabel</c> is the sum over labels; its <c>disable_torch_grad_focal_loss</c> takes the powers as constants for the gradient.</remarks>
    [Loss(Name = "AsymmetricFocal")]
    public static double Asymmetric(
        [Prediction(Link = Link.Sigmoid)] double probability,
        [Range(0.0, 1.0)] double target,
        [Range(0.0, 8.0)] double positiveGamma = 1,
        [Range(0.0, 8.0)] double negativeGamma = 4,
        [Range(0.0, 0.5)] double shift = 0.05,
        [Range(0.0, 1.0)] double smoothing = 0)
    {
        var y = BinaryLabels.Smoothed(target, smoothing);
        var excess = Relu(probability - shift);
        var logNegative = shift > 0 ? Log(Min(1 - probability + shift, 1)) : Log(1 - probability);
        var error = (y * (1 - probability)) + ((1 - y) * excess);
        return error <= 0 ? 0 : -Pow(error, (y * positiveGamma) + ((1 - y) * negativeGamma)) * ((y * Log(probability)) + ((1 - y) * logNegative));
    }

    /// <summary>
    /// wᵧ·e^γ·(CE + ε·e) with the error e = y(1 − p) + (1 − y)p: the first term of the expansion of cross-entropy, or of its focal form, is weighted anew (Z. Leng et al. 2022,
    /// PolyLoss). timm's <c>PolyBinaryCrossEntropy</c>; <see cref="Poly1CrossEntropy"/> is that of several classes.
    /// </summary>
    /// <param name="probability">The probability p; its logit, in the class.</param>
    /// <param name="target">The label y, 0 or 1, or a probability.</param>
    /// <param name="epsilon">What the first coefficient, 1, is raised by; at least −1.</param>
    /// <param name="gamma">How fast easy samples lose weight, at least 0.</param>
    /// <param name="positiveWeight">The weight of the positive class, at least 0.</param>
    /// <param name="negativeWeight">The weight of the negative class, at least 0.</param>
    /// <param name="smoothing">The share s of the label that is spread, in [0, 1]: y(1 − s) + s/2 replaces y.</param>
    /// <returns>The loss, at least 0 where ε is.</returns>
    [Loss(Name = "Poly1BinaryCrossEntropy")]
    public static double Poly(
        [Prediction(Link = Link.Sigmoid)] double probability,
        [Range(0.0, 1.0)] double target,
        [Range(-1.0, 1e3)] double epsilon = 2,
        [Range(0.0, 8.0)] double gamma = 0,
        [Range(0.0, 1e3)] double positiveWeight = 1,
        [Range(0.0, 1e3)] double negativeWeight = 1,
        [Range(0.0, 1.0)] double smoothing = 0)
    {
        var y = BinaryLabels.Smoothed(target, smoothing);
        var error = (y * (1 - probability)) + ((1 - y) * probability);
        var crossEntropy = -((y * Log(probability)) + ((1 - y) * Log(1 - probability)));
        return error <= 0 ? 0 : ((y * positiveWeight) + ((1 - y) * negativeWeight)) * Pow(error, gamma) * (crossEntropy + (epsilon * error));
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

    /// <summary>
    /// −w₊(1 − p)^α·log p of a key point, −w₋(1 − y)^β·p^α·log(1 − p) elsewhere, where the heat y of a map counts as "almost a key point": next to one, a score is hardly
    /// punished (H. Law and J. Deng 2018, CornerNet; X. Zhou et al. 2019, Objects as points). Of probabilities, clamped.
    /// </summary>
    /// <param name="probability">The probability p of a key point, in [0, 1].</param>
    /// <param name="target">The heat y, in [0, 1]: 1 at key points.</param>
    /// <param name="alpha">How fast easy samples lose weight, α, at least 0: the γ of other focal losses.</param>
    /// <param name="beta">How fast the surroundings of a key point lose weight, β, at least 0.</param>
    /// <param name="threshold">The heat above which it is a key point.</param>
    /// <param name="positiveWeight">The weight w₊ of key points, at least 0.</param>
    /// <param name="negativeWeight">The weight w₋ of all others, at least 0.</param>
    /// <param name="epsilon">How far probabilities stay from 0 and 1; where they are clamped, the gradient is 0.</param>
    /// <returns>The loss, at least 0.</returns>
    /// <remarks>KerasCV's <c>BinaryPenaltyReducedFocalCrossEntropy</c>; mmdetection's <c>GaussianFocalLoss</c> has the threshold next to 1 and adds ε = 10⁻¹² within the logarithms.</remarks>
    [Loss(Name = "PenaltyReducedFocal")]
    public static double PenaltyReduced(
        [Range(0.0, 1.0)] double probability,
        [Range(0.0, 1.0)] double target,
        [Range(0.0, 8.0)] double alpha = 2,
        [Range(0.0, 16.0)] double beta = 4,
        [Range(0.0, 1.0)] double threshold = 0.99,
        [Range(0.0, 1e3)] double positiveWeight = 1,
        [Range(0.0, 1e3)] double negativeWeight = 1,
        [Range(1e-7, 0.1)] double epsilon = 1e-4)
    {
        var p = Clamp(probability, epsilon, 1 - epsilon);
        var q = Clamp(1 - probability, epsilon, 1 - epsilon);
        return target > threshold ? -positiveWeight * Pow(q, alpha) * Log(p) : -negativeWeight * Pow(1 - target, beta) * Pow(p, alpha) * Log(q);
    }
}
