using Xunit;

namespace LossGen.Training.Tests;

/// <summary>Fits that end when the test run is cancelled.</summary>
internal static class Fit
{
    internal static TrainingResult Of(ILoss<double> loss, Dataset data, TrainingOptions? options = null, IProgress<TrainingProgress>? progress = null) =>
        Trainer.Fit(loss, data, options, progress, TestContext.Current.CancellationToken);
}
