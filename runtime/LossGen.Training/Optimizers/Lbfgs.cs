namespace LossGen.Training;

/// <summary>
/// Limited-memory BFGS over the whole data (Liu and Nocedal 1989), with a line search for the strong Wolfe conditions
/// (Nocedal and Wright, Numerical Optimization, 2nd ed., algorithms 3.5, 3.6 and 7.5). An epoch is one iteration. For smooth
/// losses; on a loss with kinks it goes as far as its line search finds descent.
/// </summary>
public sealed record Lbfgs : Optimizer
{
    /// <summary>Describes the method.</summary>
    /// <param name="memory">The number of past steps that model the curvature, at least 1.</param>
    /// <param name="gradientTolerance">Converged when no element of the gradient (of the mean loss, in the units of the fit) is larger, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public Lbfgs(int memory = 10, double gradientTolerance = 1e-9)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(memory, 1);
        if (!(gradientTolerance >= 0))
            throw new ArgumentOutOfRangeException(nameof(gradientTolerance), gradientTolerance, "The tolerance must be at least 0.");

        Memory = memory;
        GradientTolerance = gradientTolerance;
    }

    /// <summary>The number of past steps that model the curvature.</summary>
    public int Memory { get; }

    /// <summary>The largest element of the gradient at which the fit has converged.</summary>
    public double GradientTolerance { get; }
}
