namespace LossGen.Training;

/// <summary>Where a fit stands after an epoch.</summary>
/// <param name="Epoch">The number of finished epochs; 0 before the first.</param>
/// <param name="EpochLimit">The largest number of epochs.</param>
/// <param name="Step">The number of steps of the optimizer so far.</param>
/// <param name="Loss">The objective over all samples at the end of the epoch: weighted mean loss plus penalty.</param>
/// <param name="BestLoss">The lowest objective so far.</param>
public readonly record struct TrainingProgress(int Epoch, int EpochLimit, long Step, double Loss, double BestLoss);
