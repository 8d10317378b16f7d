using System.Collections.Immutable;

namespace LossGen.Training;

/// <summary>What a fit has found.</summary>
/// <param name="Model">The best model, with coefficients in the units of the data.</param>
/// <param name="StopReason">Why the fit ended.</param>
/// <param name="BestLoss">The objective of the model: weighted mean loss plus penalty.</param>
/// <param name="BestEpoch">The epoch that gave the model; 0 is the start.</param>
/// <param name="History">The start and every finished epoch, in order.</param>
/// <param name="Explanation">If the loss or its gradient became NaN or infinite, where: the data's sample and the subexpression. Null if the loss cannot tell.</param>
public sealed record TrainingResult(
    LinearModel Model, StopReason StopReason, double BestLoss, int BestEpoch, ImmutableArray<TrainingProgress> History, LossExplanation? Explanation = null)
{
    /// <summary>The number of finished epochs.</summary>
    public int Epochs => History.IsEmpty ? 0 : History[^1].Epoch;

    /// <summary>The number of steps that the finished epochs took.</summary>
    public long Steps => History.IsEmpty ? 0 : History[^1].Step;
}
