using System.Collections.Immutable;

namespace LossGen.Training;

/// <summary>
/// Stochastic gradient descent with momentum: v ← momentum·v + g, θ ← θ − rate·v; with Nesterov's correction θ ← θ − rate·(g +
/// momentum·v). This is the form of Sutskever et al., "On the importance of initialization and momentum in deep learning"
/// (2013), with the rate outside the velocity, as PyTorch's <c>SGD</c> has it.
/// </summary>
public sealed record Sgd : GradientOptimizer
{
    /// <summary>Describes the method.</summary>
    /// <param name="learningRate">Greater than 0.</param>
    /// <param name="momentum">At least 0, less than 1.</param>
    /// <param name="nesterov">Whether to look ahead along the velocity; needs a momentum.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="ArgumentException">Nesterov's correction is asked for without momentum.</exception>
    public Sgd(double learningRate = 0.01, double momentum = 0, bool nesterov = false)
    {
        LearningRate = RequireRate(learningRate, nameof(learningRate));
        Momentum = RequireDecay(momentum, nameof(momentum));
        Nesterov = nesterov;
        if (nesterov && momentum == 0)
            throw new ArgumentException("Nesterov's correction needs a momentum greater than 0.", nameof(nesterov));
    }

    /// <summary>The length of a step along the velocity.</summary>
    public double LearningRate { get; }

    /// <summary>The part of the velocity that a step keeps.</summary>
    public double Momentum { get; }

    /// <summary>Whether a step looks ahead along the velocity.</summary>
    public bool Nesterov { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> StateNames => Momentum == 0 ? [] : ["velocity"];

    /// <inheritdoc/>
    public override void Step(Span<double> parameters, ReadOnlySpan<double> gradient, OptimizerState state)
    {
        if (Momentum == 0)
        {
            Vectors.AddScaled(-LearningRate, gradient, parameters);
            return;
        }

        Span<double> velocity = state[0];
        for (int i = 0; i < parameters.Length; i++)
        {
            velocity[i] = (Momentum * velocity[i]) + gradient[i];
            parameters[i] -= LearningRate * (Nesterov ? gradient[i] + (Momentum * velocity[i]) : velocity[i]);
        }
    }
}
