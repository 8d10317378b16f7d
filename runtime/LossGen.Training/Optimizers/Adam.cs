using System.Collections.Immutable;

namespace LossGen.Training;

/// <summary>
/// Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1): steps along a decaying mean of the
/// gradient, divided by the root of a decaying mean of its square, both corrected for their start at 0.
/// </summary>
public sealed record Adam : GradientOptimizer
{
    /// <summary>Describes the method. The defaults are the paper's.</summary>
    /// <param name="learningRate">Greater than 0.</param>
    /// <param name="meanDecay">β₁, at least 0, less than 1.</param>
    /// <param name="squareDecay">β₂, at least 0, less than 1.</param>
    /// <param name="epsilon">Added to the root, greater than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public Adam(double learningRate = 0.001, double meanDecay = 0.9, double squareDecay = 0.999, double epsilon = 1e-8)
    {
        LearningRate = RequireRate(learningRate, nameof(learningRate));
        MeanDecay = RequireDecay(meanDecay, nameof(meanDecay));
        SquareDecay = RequireDecay(squareDecay, nameof(squareDecay));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epsilon);
        Epsilon = epsilon;
    }

    /// <summary>The length of a step where the gradient keeps its sign.</summary>
    public double LearningRate { get; }

    /// <summary>β₁: the part of the mean that a step keeps.</summary>
    public double MeanDecay { get; }

    /// <summary>β₂: the part of the mean square that a step keeps.</summary>
    public double SquareDecay { get; }

    /// <summary>Keeps the step finite where the gradient is 0.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> StateNames => ["mean", "square"];

    /// <inheritdoc/>
    public override void Step(Span<double> parameters, ReadOnlySpan<double> gradient, OptimizerState state)
    {
        Span<double> mean = state[0];
        Span<double> square = state[1];
        double rate = LearningRate / (1 - Math.Pow(MeanDecay, state.Step));
        double squareCorrection = Math.Sqrt(1 - Math.Pow(SquareDecay, state.Step));
        for (int i = 0; i < parameters.Length; i++)
        {
            double slope = gradient[i];
            mean[i] = (MeanDecay * mean[i]) + ((1 - MeanDecay) * slope);
            square[i] = (SquareDecay * square[i]) + ((1 - SquareDecay) * slope * slope);
            parameters[i] -= rate * mean[i] / ((Math.Sqrt(square[i]) / squareCorrection) + Epsilon);
        }
    }
}
