using System.ComponentModel.DataAnnotations;

namespace LossGen.Losses;

/// <summary>
/// Softmax cross-entropy that turns down what is easy already: −α·(1 − pᵧ)^γ·log pᵧ (T.-Y. Lin et al. 2017, Focal loss for dense object
/// detection). For rare classes among many easy samples.
/// </summary>
/// <param name="gamma">How fast easy samples lose weight, at least 0; 0 is plain cross-entropy. The paper has 2.</param>
/// <param name="alpha">A factor of the whole loss, as in Keras, whose default is 0.25. For one α per class pass it as the weights of the samples.</param>
[Loss("([Prediction(Link = Link.SoftMax)] Row p, int label) => -alpha * Pow(1 - p[label], gamma) * Log(p[label])")]
public sealed partial class SoftmaxFocal(double gamma = 2, double alpha = 1);

/// <summary>The first term of cross-entropy's expansion in 1 − pᵧ is weighted anew: −log pᵧ + ε·(1 − pᵧ) (Z. Leng et al. 2022, PolyLoss).</summary>
/// <param name="epsilon">What the first coefficient, 1, is raised by; at least −1. Optax' <c>poly_loss_cross_entropy</c> has 2, the paper 1 to 2 for images.</param>
[Loss("([Prediction(Link = Link.SoftMax)] Row p, int label) => -Log(p[label]) + epsilon * (1 - p[label])")]
public sealed partial class Poly1CrossEntropy(double epsilon = 2);

/// <summary>As <see cref="Poly1CrossEntropy"/>, for a target distribution t: −Σ tₖ·log pₖ + ε·(1 − Σ tₖpₖ).</summary>
/// <param name="epsilon">What the first coefficient, 1, is raised by; at least −1.</param>
/// <param name="labelSmoothing">The share of the target that is spread evenly over all classes, in [0, 1]; it counts in the cross-entropy only.</param>
[Loss("([Prediction(Link = Link.SoftMax)] Row p, [Simplex] Row target) => -Dot((1 - labelSmoothing) * target + labelSmoothing / Count(p), Log(p)) + epsilon * Sum(target * (1 - p))")]
public sealed partial class Poly1CrossEntropyOfDistribution(double epsilon = 2, double labelSmoothing = 0);

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
