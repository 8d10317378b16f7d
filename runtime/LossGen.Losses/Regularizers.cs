using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>Penalties on parameters or predictions: losses without a target, as formulas. Penalties on parameters sum over the batch unless told otherwise.</summary>
public static class Regularizers
{
    /// <summary>λ·|w|, lasso: drives weights to exactly 0 (R. Tibshirani 1996). Keras' <c>L1</c>.</summary>
    /// <param name="weight">A parameter w.</param>
    /// <param name="strength">The factor λ, at least 0.</param>
    /// <returns>The penalty, at least 0.</returns>
    [Loss(Name = "L1Penalty", Reduction = Reduction.Sum)]
    public static double L1(double weight, [Range(0.0, 1e6)] double strength = 0.01) => strength * Abs(weight);

    /// <summary>λ·w², ridge (A. Hoerl and R. Kennard 1970). Keras' <c>L2</c>; PyTorch's <c>weight_decay</c> d is λ = d/2.</summary>
    /// <param name="weight">A parameter w.</param>
    /// <param name="strength">The factor λ, at least 0.</param>
    /// <returns>The penalty, at least 0.</returns>
    [Loss(Name = "L2Penalty", Reduction = Reduction.Sum)]
    public static double L2(double weight, [Range(0.0, 1e6)] double strength = 0.01) => strength * Square(weight);

    /// <summary>
    /// λ·(ρ·|w| + ½(1 − ρ)·w²) (H. Zou and T. Hastie 2005), in the form of scikit-learn and glmnet. Keras' <c>L1L2(l1, l2)</c> is λ = l1 + 2·l2, ρ = l1/λ.
    /// </summary>
    /// <param name="weight">A parameter w.</param>
    /// <param name="strength">The factor λ, at least 0.</param>
    /// <param name="ratio">The share ρ of the absolute value, in [0, 1].</param>
    /// <returns>The penalty, at least 0.</returns>
    [Loss(Name = "ElasticNetPenalty", Reduction = Reduction.Sum)]
    public static double ElasticNet(double weight, [Range(0.0, 1e6)] double strength = 1, [Range(0.0, 1.0)] double ratio = 0.5) =>
        strength * ((ratio * Abs(weight)) + (0.5 * (1 - ratio) * Square(weight)));

    /// <summary>−Σ pᵢ·log pᵢ: the entropy of a predicted distribution, to minimise for confident predictions; a negative strength punishes confidence (G. Pereyra et al. 2017).</summary>
    /// <param name="probabilities">The probabilities p; scores of a softmax, in the class.</param>
    /// <param name="strength">The factor.</param>
    /// <returns>The penalty, in [0, log n] times the strength.</returns>
    [Loss(Name = "EntropyPenalty")]
    public static double Entropy([Prediction(Link = Link.SoftMax)] Row probabilities, [Range(-1e3, 1e3)] double strength = 1) =>
        -strength * Sum(probabilities * Select(probabilities <= 0, 0, Log(probabilities)));

    /// <summary>−p·log p − (1 − p)·log(1 − p): the entropy of a predicted probability.</summary>
    /// <param name="probability">The probability p; its logit, in the class.</param>
    /// <param name="strength">The factor.</param>
    /// <returns>The penalty, in [0, log 2] times the strength.</returns>
    [Loss(Name = "BinaryEntropyPenalty")]
    public static double BinaryEntropy([Prediction(Link = Link.Sigmoid)] double probability, [Range(-1e3, 1e3)] double strength = 1) =>
        probability <= 0 || 1 - probability <= 0 ? 0 : -strength * ((probability * Log(probability)) + ((1 - probability) * Log(1 - probability)));
}
