using System.ComponentModel;
using System.Numerics;
using LossGen.Evaluation;
using LossGen.Explanation;

namespace LossGen;

/// <summary>
/// What generated classes of the common shapes share: <see cref="ScalarLoss"/>, <see cref="ClassificationLoss"/> and <see cref="RowLoss"/>. The generated
/// part of such a class holds mathematics only.
/// </summary>
public abstract class GeneratedLoss : ILoss<float>, ILoss<double>
{
    private protected GeneratedLoss()
    {
    }

    /// <summary>How the losses of a batch's samples become one number.</summary>
    public Reduction Reduction { get; init; } = Reduction.Mean;

    /// <summary>The largest number of threads, at least 1. The results do not depend on it.</summary>
    public int MaxDegreeOfParallelism { get; init; } = 1;

    LossSignature ILoss<float>.Signature => LossDescription.Signature;

    LossSignature ILoss<double>.Signature => LossDescription.Signature;

    /// <summary>What the author declared, the same for all losses of a class.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract LossDescription LossDescription { get; }

    /// <summary>The hyperparameters that are numbers, in order; conditions are 1 or 0.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual double[] HyperparameterValues => [];

    float ILoss<float>.Evaluate(scoped ref LossBatch<float> batch) => Evaluate(ref batch);

    double ILoss<double>.Evaluate(scoped ref LossBatch<double> batch) => Evaluate(ref batch);

    LossExplanation? ILoss<float>.Explain(scoped ref LossBatch<float> batch) => Explain(ref batch);

    LossExplanation? ILoss<double>.Explain(scoped ref LossBatch<double> batch) => Explain(ref batch);

    /// <summary>Evaluates a batch that knows what belongs to the loss.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract T EvaluateBatch<T>(scoped ref LossBatch<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    private protected T Evaluate<T>(scoped ref LossBatch<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Prepare(ref batch);
        return EvaluateBatch(ref batch);
    }

    private protected LossExplanation? Explain<T>(scoped ref LossBatch<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Prepare(ref batch);
        return LossDescription.Trace.Explain(in batch, HyperparameterValues);
    }

    /// <summary>Completes a batch by what belongs to the loss rather than to the call.</summary>
    private protected virtual void Prepare<T>(scoped ref LossBatch<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => batch.RequireInputs(LossDescription.Signature);
}
