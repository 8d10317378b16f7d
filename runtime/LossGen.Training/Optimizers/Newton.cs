namespace LossGen.Training;

/// <summary>
/// Newton's method over the whole data, with the second derivative that the loss generates: XᵀHX·step = −Xᵀg, where H is the
/// diagonal of ∂²loss/∂prediction². An epoch is one iteration; the squared error takes one.
/// </summary>
/// <remarks>
/// <para>A loss whose Hessian policy is <c>Majorizer</c> hands out gradient ÷ residual instead, and the method is iteratively
/// reweighted least squares (Holland and Welsch 1977). Such a weight is unbounded at a kink, as 1/|r| of the absolute error is:
/// there the method follows the minimisers of losses smoothed ever less, down to 10⁻¹⁰ of the typical residual (as Madsen
/// and Nielsen 1993 do for least absolute deviations).</para>
/// <para>Between several outputs the mixed second derivatives are left out: for a loss that couples its outputs, such as softmax
/// cross-entropy, steps are block-diagonal and the convergence linear.</para>
/// </remarks>
public sealed record Newton : Optimizer
{
    /// <summary>Describes the method.</summary>
    /// <param name="tolerance">Converged when a full step promises to lower the loss by no more than this part of it, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or NaN.</exception>
    public Newton(double tolerance = 1e-17)
    {
        if (!(tolerance >= 0))
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance must be at least 0.");

        Tolerance = tolerance;
    }

    /// <summary>The promised relative decrease of the loss at which the fit has converged. It is quadratic in the distance to the minimum: 10⁻¹⁷ is some 8 digits of it.</summary>
    public double Tolerance { get; }
}
