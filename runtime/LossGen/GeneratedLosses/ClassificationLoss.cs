using System.Numerics;
using LossGen.Evaluation;

namespace LossGen;

/// <summary>
/// A generated loss of a row of scores, one for each class, and the label of the true class. <c>docs/language.md</c> says which classes have the same members
/// without this base.
/// </summary>
public abstract partial class ClassificationLoss : GeneratedLoss
{
    /// <summary>Creates the loss.</summary>
    protected ClassificationLoss()
    {
    }

    /// <summary>The label that marks samples to leave out, as if their weight were 0; null if there is none. All other labels must be classes.</summary>
    public int? IgnoredLabel { get; init; }

    /// <summary>One weight per class, by which the weight of each sample is multiplied; without elements, all classes weigh the same.</summary>
    public Row ClassWeights { get; init; }

    private protected override void Prepare<T>(scoped ref LossBatch<T> batch)
    {
        base.Prepare(ref batch);
        batch.IgnoreLabel(IgnoredLabel);
        batch.WeighClasses(ClassWeights);
    }

    private LossBatch<T> BatchOf<T>(ReadOnlySpan<T> prediction, ReadOnlySpan<int> label, int columns, ReadOnlySpan<T> weights)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var batch = new LossBatch<T>(Reduction, weights, columns, MaxDegreeOfParallelism);
        batch.AddPrediction(prediction, nameof(prediction), InputShape.Row);
        batch.AddLabels(label, nameof(label));
        return batch;
    }
}
