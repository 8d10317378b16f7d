namespace LossGen.Samples.Quickstart;

/// <summary>One loss to draw, as a function of its prediction.</summary>
/// <param name="Title">The loss.</param>
/// <param name="Formula">Its formula.</param>
/// <param name="AxisLabel">What the horizontal axis shows.</param>
/// <param name="Left">Where the horizontal axis starts.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Loss">The loss at a prediction.</param>
/// <param name="Gradient">Its generated derivative there.</param>
internal sealed record Panel(string Title, string Formula, string AxisLabel, double Left, double Right, Func<double, double> Loss, Func<double, double> Gradient);
