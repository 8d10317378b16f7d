using LossGen.Training;

namespace LossGen.Samples.Quickstart;

/// <summary>A fit whose result is known from the literature.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Loss">The loss to minimise.</param>
/// <param name="Published">The published intercept and coefficients, to four decimals.</param>
/// <param name="PublishedSum">The published sum of the losses, if there is one.</param>
internal sealed record EmbeddedFit(string Name, ILoss<double> Loss, double[] Published, double? PublishedSum = null);

/// <summary>Data with the fits to make of them.</summary>
/// <param name="Title">What the report calls them.</param>
/// <param name="Data">The samples.</param>
/// <param name="Fits">The fits.</param>
internal sealed record EmbeddedExample(string Title, Dataset Data, EmbeddedFit[] Fits);
