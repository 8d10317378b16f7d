namespace LossGen.Generator.Stability.Traits;

/// <summary>What is proven of a loss, as <c>LossGen.LossTraits</c> has it: by real arithmetic on all inputs that the declared domains allow.</summary>
/// <param name="IsConvex">Convex in the predictions, all of them together.</param>
/// <param name="IsSmooth">Continuously differentiable in the predictions.</param>
/// <param name="IsSymmetric">The same with prediction and target exchanged.</param>
/// <param name="HasConstantHessian">The second derivative is one number for all inputs.</param>
/// <param name="LipschitzBound">No element of a gradient is larger in magnitude; +∞ if no bound is known.</param>
/// <param name="CurvatureBound">No second derivative is larger; +∞ if no bound is known.</param>
/// <param name="LowerBound">No value is smaller; −∞ if no bound is known.</param>
internal sealed record ProvenTraits(
    bool IsConvex, bool IsSmooth, bool IsSymmetric, bool HasConstantHessian, double LipschitzBound, double CurvatureBound, double LowerBound)
{
    /// <summary>Nothing is known.</summary>
    public static ProvenTraits None { get; } =
        new(false, false, false, false, double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity);
}
