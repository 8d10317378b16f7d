using System.Collections.Immutable;

namespace LossGen.Training;

/// <summary>A first-order method that takes one step per mini-batch. Derive from it to add a method of your own.</summary>
public abstract record GradientOptimizer : Optimizer
{
    /// <summary>The names of the buffers that the method keeps between steps, each as long as the parameters and 0 at the start.</summary>
    public abstract ImmutableArray<string> StateNames { get; }

    /// <summary>Moves the parameters by one step. Must not allocate.</summary>
    /// <param name="parameters">The parameters: read and written.</param>
    /// <param name="gradient">The gradient at the parameters, as long.</param>
    /// <param name="state">The method's buffers, and the number of the step.</param>
    public abstract void Step(Span<double> parameters, ReadOnlySpan<double> gradient, OptimizerState state);

    /// <summary>Returns a rate in (0, ∞), or refuses it.</summary>
    private protected static double RequireRate(double rate, string argument) => rate > 0 && double.IsFinite(rate)
        ? rate
        : throw new ArgumentOutOfRangeException(argument, rate, "The learning rate must be a positive, finite number.");

    /// <summary>Returns a decay in [0, 1), or refuses it.</summary>
    private protected static double RequireDecay(double decay, string argument) => decay is >= 0 and < 1
        ? decay
        : throw new ArgumentOutOfRangeException(argument, decay, "The decay must be at least 0 and less than 1.");
}
