using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>
/// The negative log-likelihood of 0/1 targets, or of probabilities as targets. Takes raw scores: σ(score) is the probability. PyTorch's <c>BCEWithLogitsLoss</c>,
/// Keras' with <c>from_logits=True</c>, the boosters' logistic objective.
/// </summary>
[Loss("([Prediction(Link = Link.Sigmoid)] p, [Range(0, 1)] y) => -(y * Log(p) + (1 - y) * Log(1 - p))")]
public sealed partial class BinaryCrossEntropy;

/// <summary>
/// Binary cross-entropy of raw scores with a weight for the positive class and smoothed labels. PyTorch's <c>pos_weight</c>, XGBoost's <c>scale_pos_weight</c>; the smoothing
/// is that of Keras and Optax, half to each class.
/// </summary>
/// <param name="positiveWeight">The factor of the positive term, positive; the ratio of negatives to positives balances the classes.</param>
/// <param name="smoothing">The share s of the label that is spread, in [0, 1]: y(1 − s) + s/2 replaces y.</param>
[Loss("([Prediction(Link = Link.Sigmoid)] p, [Range(0, 1)] y) => -(positiveWeight * BinaryLabels.Smoothed(y, smoothing) * Log(p) + (1 - BinaryLabels.Smoothed(y, smoothing)) * Log(1 - p))")]
public sealed partial class WeightedBinaryCrossEntropy([Range(1e-6, 1e6)] double positiveWeight = 1, [Range(0.0, 1.0)] double smoothing = 0);

/// <summary>Binary cross-entropy of probabilities, as formulas. Where scores are at hand, the forms that take them keep more digits.</summary>
public static class ProbabilityCrossEntropy
{
    /// <summary>
    /// −y·log p − (1 − y)·log(1 − p), exactly: infinite where a certainty is wrong. Libraries keep it finite in different ways, see <see cref="ClampedBinaryCrossEntropy"/>.
    /// </summary>
    /// <param name="probability">The probability p of the positive class, between 0 and 1.</param>
    /// <param name="target">The label y, 0 or 1, or a probability.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss(Name = "BinaryCrossEntropyOfProbabilities")]
    public static double OfProbabilities([Range(1e-30, 0.9999999)] double probability, [Range(0.0, 1.0)] double target) =>
        -(XLogY(target, probability) + XLogP1Y(1 - target, -probability));

    /// <summary>
    /// Binary cross-entropy of probabilities, kept finite: logarithms below a floor count as the floor, −100 in PyTorch's <c>BCELoss</c>; probabilities are clamped to
    /// [ε, 1 − ε], ε = 10⁻⁷ in Keras. What is clamped has gradient 0; PyTorch's is (p − y)/max(p(1 − p), 10⁻¹²) there.
    /// </summary>
    /// <param name="probability">The probability p of the positive class, in [0, 1].</param>
    /// <param name="target">The label y, 0 or 1, or a probability.</param>
    /// <param name="epsilon">How far probabilities stay from 0 and 1; 0 for PyTorch's convention, 1e-7 for Keras'.</param>
    /// <param name="logFloor">The smallest logarithm, negative.</param>
    /// <param name="smoothing">The share s of the label that is spread, in [0, 1]: y(1 − s) + s/2 replaces y.</param>
    /// <returns>The loss, in [0, −logFloor].</returns>
    [Loss(Name = "ClampedBinaryCrossEntropy")]
    public static double Clamped(
        [Range(0.0, 1.0)] double probability,
        [Range(0.0, 1.0)] double target,
        [Range(0.0, 0.4)] double epsilon = 0,
        [Range(-1000.0, -1.0)] double logFloor = -100,
        [Range(0.0, 1.0)] double smoothing = 0)
    {
        var p = Clamp(probability, epsilon, 1 - epsilon);
        var y = BinaryLabels.Smoothed(target, smoothing);
        return -((y * Max(Log(p), logFloor)) + ((1 - y) * Max(Log(1 - p), logFloor)));
    }
}
