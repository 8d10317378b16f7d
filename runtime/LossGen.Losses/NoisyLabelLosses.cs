using System.ComponentModel.DataAnnotations;

namespace LossGen.Losses;

/// <summary>
/// Between cross-entropy (q → 0) and absolute error (q = 1): (1 − pᵧ^q) ÷ q, which a wrong label moves less (Z. Zhang and M. Sabuncu 2018,
/// Generalized cross entropy loss for training deep neural networks with noisy labels). Takes raw scores.
/// </summary>
/// <param name="q">In (0, 1]; the paper has 0.7, Keras 0.5.</param>
[Loss("([Prediction(Link = Link.SoftMax)] Row p, int label) => (1 - Pow(p[label], q)) / q")]
public sealed partial class GeneralizedCrossEntropy([Range(0.01, 1)] double q = 0.7);

/// <summary>As <see cref="GeneralizedCrossEntropy"/>, given the probabilities themselves: Keras' <c>CategoricalGeneralizedCrossEntropy</c>.</summary>
/// <param name="q">In (0, 1]; Keras has 0.5.</param>
/// <param name="epsilon">Probabilities are clipped to [ε, 1 − ε]; where they are, the gradient is 0.</param>
[Loss("([Range(0, 1)] Row probabilities, int label) => (1 - Pow(Clamp(probabilities[label], epsilon, 1 - epsilon), q)) / q")]
public sealed partial class GeneralizedCrossEntropyOfProbabilities([Range(0.01, 1)] double q = 0.5, [Range(1e-7, 0.1)] double epsilon = 1e-7);
