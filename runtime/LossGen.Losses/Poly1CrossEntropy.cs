namespace LossGen.Losses;

/// <summary>The first term of cross-entropy's expansion in 1 − pᵧ is weighted anew: −log pᵧ + ε·(1 − pᵧ) (Z. Leng et al. 2022, PolyLoss).</summary>
/// <param name="epsilon">What the first coefficient, 1, is raised by; at least −1. Optax' <c>poly_loss_cross_entropy</c> has 2, the paper 1 to 2 for images.</param>
[Loss("([Prediction(Link = Link.SoftMax)] Row p, int label) => -Log(p[label]) + epsilon * (1 - p[label])")]
public sealed partial class Poly1CrossEntropy(double epsilon = 2);

/// <summary>As <see cref="Poly1CrossEntropy"/>, for a target distribution t: −Σ tₖ·log pₖ + ε·(1 − Σ tₖpₖ).</summary>
/// <param name="epsilon">What the first coefficient, 1, is raised by; at least −1.</param>
/// <param name="labelSmoothing">The share of the target that is spread evenly over all classes, in [0, 1]; it counts in the cross-entropy only.</param>
/// <remarks>A score of −∞ where the target is 0 contributes 0.</remarks>
[Loss("""
    ([Prediction(Link = Link.SoftMax)] Row p, [Simplex] Row target) => -Sum(Select((1 - labelSmoothing) * target + labelSmoothing / Count(p) <= 0, 0, ((1 - labelSmoothing) * target + labelSmoothing / Count(p)) * Log(p)))
        + epsilon * Sum(target * (1 - p))
    """)]
public sealed partial class Poly1CrossEntropyOfDistribution(double epsilon = 2, double labelSmoothing = 0);
