using System.Numerics;
using LossGen.Evaluation;

namespace LossGen;

/// <summary>
/// A generated loss of a prediction and a target that are one row of numbers per sample each, all rows of one length.
/// <c>docs/language.md</c> says which classes have the same members without this base.
/// </summary>
public abstract partial class RowLoss : GeneratedLoss
{
    /// <summary>Creates the loss.</summary>
    protected RowLoss()
    {
    }

    private LossBatch<T> BatchOf<T>(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, int columns, ReadOnlySpan<T> weights)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var batch = new LossBatch<T>(Reduction, weights, columns, MaxDegreeOfParallelism);
        batch.AddPrediction(prediction, nameof(prediction), InputShape.Row);
        batch.AddTarget(target, nameof(target), InputShape.Row);
        return batch;
    }
}
