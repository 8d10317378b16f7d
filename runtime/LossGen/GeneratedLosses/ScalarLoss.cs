using System.ComponentModel;
using System.Numerics;
using LossGen.Evaluation;

namespace LossGen;

/// <summary>
/// A generated loss of a prediction and a target that are one number per sample each. <c>docs/language.md</c> says which classes have the same members
/// without this base.
/// </summary>
public abstract partial class ScalarLoss : GeneratedLoss
{
    /// <summary>Creates the loss.</summary>
    protected ScalarLoss()
    {
    }

    /// <summary>Evaluates the loss at one sample.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract T EvaluateSample<T>(SampleQuery<T> query)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    private LossBatch<T> BatchOf<T>(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, ReadOnlySpan<T> weights)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var batch = new LossBatch<T>(Reduction, weights, columns: 0, MaxDegreeOfParallelism);
        batch.AddPrediction(prediction, nameof(prediction));
        batch.AddTarget(target, nameof(target));
        return batch;
    }
}
