using LossGen.Training;

namespace LossGen.Samples.Quickstart;

/// <summary>A fit that is still to be made.</summary>
/// <param name="Name">What its progress bar says.</param>
/// <param name="Fit">Makes it.</param>
internal sealed record FitTask(string Name, Func<IProgress<TrainingProgress>?, TrainingResult> Fit);
