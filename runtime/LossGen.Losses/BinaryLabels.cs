namespace LossGen.Losses;

/// <summary>What losses make of the labels of two classes.</summary>
internal static class BinaryLabels
{
    /// <summary>A label 0 or 1 with the share s spread evenly over both classes, y(1 − s) + s/2 (C. Szegedy et al. 2016, Rethinking the Inception architecture).</summary>
    [LossFunction]
    internal static double Smoothed(double label, double smoothing) => (label * (1 - smoothing)) + (0.5 * smoothing);

    /// <summary>How far a score is on the side of its label: y·f for labels y = ±1. Labels 0 and 1 mean the same as −1 and 1; of any other label it is the product, too.</summary>
    [LossFunction]
    internal static double Margin(double score, double label) => label == 0 ? -score : label * score;
}
