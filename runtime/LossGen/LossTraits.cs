namespace LossGen;

/// <summary>
/// What the compiler has proven of a loss, as the property <c>Traits</c> of a generated class. The proof is one of real arithmetic over all
/// inputs that the declared domains allow; inputs without one range over all numbers, and hyperparameters without one have their default values.
/// What is false, or infinite, has not been proven, which does not mean that the opposite holds.
/// </summary>
/// <param name="IsConvex">The loss is convex in the predictions (raw scores, where they have a link), all of them together.</param>
/// <param name="IsSmooth">The loss is continuously differentiable in the predictions: there are no kinks.</param>
/// <param name="IsSymmetric">Exchanging prediction and target does not change the loss.</param>
/// <param name="HasConstantHessian">The loss is smooth and its second derivative is one number for all inputs.</param>
/// <param name="LipschitzBound">No element of a sample's gradient is larger in magnitude; +∞ if no bound is known.</param>
/// <param name="CurvatureBound">No second derivative of a sample's loss, of its Hessian's diagonal, is larger; +∞ if no bound is known.</param>
/// <param name="LowerBound">No sample's loss is smaller; −∞ if no bound is known.</param>
public readonly record struct LossTraits(
    bool IsConvex,
    bool IsSmooth,
    bool IsSymmetric,
    bool HasConstantHessian,
    double LipschitzBound,
    double CurvatureBound,
    double LowerBound);
