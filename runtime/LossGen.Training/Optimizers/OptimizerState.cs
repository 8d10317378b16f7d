namespace LossGen.Training;

/// <summary>What a <see cref="GradientOptimizer"/> remembers between the steps of one fit.</summary>
public sealed class OptimizerState
{
    private readonly double[][] _buffers;

    /// <summary>Makes the state before the first step: all buffers 0.</summary>
    /// <param name="optimizer">The method, which names its buffers.</param>
    /// <param name="parameterCount">The length of every buffer.</param>
    public OptimizerState(GradientOptimizer optimizer, int parameterCount)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        _buffers = [.. optimizer.StateNames.Select(_ => new double[parameterCount])];
    }

    /// <summary>The number of the current step, from 1.</summary>
    public long Step { get; set; }

    /// <summary>A buffer, by its position in <see cref="GradientOptimizer.StateNames"/>.</summary>
    /// <param name="buffer">The position, from 0.</param>
    public Span<double> this[int buffer] => _buffers[buffer];
}
