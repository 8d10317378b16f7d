using System.Numerics;

namespace LossGen.Evaluation;

/// <summary>
/// One call of a loss: the inputs, the outputs that are wanted, weights and reduction. A generated loss fills it from its
/// arguments; code that is generic over losses (a trainer) fills it by the loss's <see cref="LossSignature"/>.
/// </summary>
/// <remarks>At most eight predictions, eight targets and four labels. Nothing is checked before the evaluation starts, and everything before anything is written.</remarks>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
public ref struct LossBatch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Starts a call.</summary>
    /// <param name="reduction">How the losses of the samples become one number.</param>
    /// <param name="weights">One non-negative weight per sample, or empty for equal weights.</param>
    /// <param name="columns">The number of columns of every row; 0 for a loss without rows.</param>
    /// <param name="maxDegreeOfParallelism">The largest number of threads; results do not depend on it.</param>
    public LossBatch(Reduction reduction, ReadOnlySpan<T> weights = default, int columns = 0, int maxDegreeOfParallelism = 1)
    {
        Reduction = reduction;
        Weights = weights;
        Columns = columns;
        MaxDegreeOfParallelism = maxDegreeOfParallelism;
    }

    /// <summary>How the losses of the samples become one number.</summary>
    public Reduction Reduction { get; }

    /// <summary>One weight per sample, or empty.</summary>
    public ReadOnlySpan<T> Weights { get; }

    /// <summary>The number of columns of every row; 0 for a loss without rows.</summary>
    public int Columns { get; }

    /// <summary>The largest number of threads.</summary>
    public int MaxDegreeOfParallelism { get; }
}
