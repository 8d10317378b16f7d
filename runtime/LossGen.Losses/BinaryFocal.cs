using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>
/// Cross-entropy that turns down what is easy already (T.-Y. Lin et al. 2017, Focal loss for dense object detection). Takes raw scores. The positive class weighs α and
/// the negative one 1 − α, as in torchvision and kornia; <see cref="WeightedBinaryFocal"/> weighs them freely.
/// </summary>
/// <param name="gamma">How fast easy samples lose weight, at least 0; 0 is plain cross-entropy.</param>
/// <param name="alpha">The weight of the positive class, in [0, 1]; the negative class has 1 − α.</param>
[Loss("([Prediction(Link = Link.Sigmoid)] p, [Range(0, 1)] y) => -alpha * y * Pow(1 - p, gamma) * Log(p) - (1 - alpha) * (1 - y) * Pow(p, gamma) * Log(1 - p)")]
public sealed partial class BinaryFocal(double gamma = 2, double alpha = 0.25);

/// <summary>
/// Focal loss of raw scores with a weight for each class: 1 and 1, as here, is Keras, Optax and MONAI without α; α and 1 − α is with it; kornia's <c>pos_weight</c> w is
/// α·w and 1 − α.
/// </summary>
/// <param name="gamma">How fast easy samples lose weight, at least 0; 0 is plain cross-entropy.</param>
/// <param name="positiveWeight">The weight of the positive class, at least 0.</param>
/// <param name="negativeWeight">The weight of the negative class, at least 0.</param>
[Loss("([Prediction(Link = Link.Sigmoid)] p, [Range(0, 1)] y) => -positiveWeight * y * Pow(1 - p, gamma) * Log(p) - negativeWeight * (1 - y) * Pow(p, gamma) * Log(1 - p)")]
public sealed partial class WeightedBinaryFocal(double gamma = 2, [Range(0.0, 1e6)] double positiveWeight = 1, [Range(0.0, 1e6)] double negativeWeight = 1);

/// <summary>Focal losses in other spaces, as formulas.</summary>
public static class FocalForms
{
    /// <summary>The focal loss of probabilities: −wᵧ(1 − pᵧ)^γ·log pᵧ, where pᵧ is the probability of the label.</summary>
    /// <param name="probability">The probability p of the positive class, between 0 and 1.</param>
    /// <param name="target">The label y, 0 or 1, or a probability, which mixes the two terms.</param>
    /// <param name="gamma">How fast easy samples lose weight, at least 0.</param>
    /// <param name="positiveWeight">The weight of the positive class, at least 0.</param>
    /// <param name="negativeWeight">The weight of the negative class, at least 0.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss(Name = "BinaryFocalOfProbabilities")]
    public static double OfProbabilities(
        [Range(1e-12, 0.9999999)] double probability,
        [Range(0.0, 1.0)] double target,
        double gamma = 2,
        [Range(0.0, 1e6)] double positiveWeight = 1,
        [Range(0.0, 1e6)] double negativeWeight = 1) =>
        (-positiveWeight * target * Pow(1 - probability, gamma) * Log(probability))
        - (negativeWeight * (1 - target) * Pow(probability, gamma) * Log(1 - probability));

    /// <summary>
    /// w·(1 − pₜ)^γ·CE with pₜ = yp + (1 − y)(1 − p) and w likewise: what Keras, Optax and torchvision compute of raw scores. With labels 0 and 1 it is
    /// <see cref="WeightedBinaryFocal"/>; with smoothed or soft labels only this one is theirs.
    /// </summary>
    /// <param name="probability">The probability p; its logit, in the class.</param>
    /// <param name="target">The label y, 0 or 1, or a probability.</param>
    /// <param name="gamma">How fast easy samples lose weight, at least 0.</param>
    /// <param name="positiveWeight">The weight of the positive class, at least 0: their α.</param>
    /// <param name="negativeWeight">The weight of the negative class, at least 0: their 1 − α.</param>
    /// <param name="smoothing">The share s of the label that is spread, in [0, ½]: y(1 − s) + s/2 replaces y.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss(Name = "SoftBinaryFocal")]
    public static double Soft(
        [Prediction(Link = Link.Sigmoid)] double probability,
        [Range(0.0, 1.0)] double target,
        double gamma = 2,
        [Range(0.0, 1e3)] double positiveWeight = 1,
        [Range(0.0, 1e3)] double negativeWeight = 1,
        [Range(0.0, 0.5)] double smoothing = 0)
    {
        var y = BinaryLabels.Smoothed(target, smoothing);
        var error = (y * (1 - probability)) + ((1 - y) * probability);
        var crossEntropy = -((y * Log(probability)) + ((1 - y) * Log(1 - probability)));
        return error <= 0 ? 0 : ((y * positiveWeight) + ((1 - y) * negativeWeight)) * Pow(error, gamma) * crossEntropy;
    }

    /// <summary>
    /// w·(1 − pₜ)^γ·CE of probabilities, with pₜ and w of <see cref="SoftBinaryFocal"/> and the cross-entropy of probabilities clamped to [ε, 1 − ε], so that wrong certainties
    /// stay finite. Keras' <c>BinaryFocalCrossentropy</c>.
    /// </summary>
    /// <param name="probability">The probability p of the positive class, in [0, 1].</param>
    /// <param name="target">The label y, 0 or 1, or a probability.</param>
    /// <param name="gamma">How fast easy samples lose weight, at least 0.</param>
    /// <param name="positiveWeight">The weight of the positive class, at least 0: Keras' α.</param>
    /// <param name="negativeWeight">The weight of the negative class, at least 0: Keras' 1 − α.</param>
    /// <param name="smoothing">The share s of the label that is spread, in [0, 1]: y(1 − s) + s/2 replaces y.</param>
    /// <param name="epsilon">How far probabilities stay from 0 and 1 in the cross-entropy, which is flat beyond.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss(Name = "ClampedBinaryFocal")]
    public static double Clamped(
        [Range(0.0, 1.0)] double probability,
        [Range(0.0, 1.0)] double target,
        double gamma = 2,
        [Range(0.0, 1e3)] double positiveWeight = 1,
        [Range(0.0, 1e3)] double negativeWeight = 1,
        [Range(0.0, 1.0)] double smoothing = 0,
        [Range(1e-7, 0.1)] double epsilon = 1e-7)
    {
        var y = BinaryLabels.Smoothed(target, smoothing);
        var error = (y * (1 - probability)) + ((1 - y) * probability);
        var crossEntropy = -((y * Log(Clamp(probability, epsilon, 1 - epsilon))) + ((1 - y) * Log(Clamp(1 - probability, epsilon, 1 - epsilon))));
        return error <= 0 ? 0 : ((y * positiveWeight) + ((1 - y) * negativeWeight)) * Pow(error, gamma) * crossEntropy;
    }
}
