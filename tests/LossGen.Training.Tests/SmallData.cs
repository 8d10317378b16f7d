namespace LossGen.Training.Tests;

/// <summary>Five samples of two features, for references that were computed elsewhere.</summary>
internal static class SmallData
{
    public static readonly double[] Features = [0.5, -1.0, 1.5, 2.0, -0.75, 0.25, 2.0, -0.5, -1.25, 1.75];
    public static readonly double[] Targets = [1.0, -0.5, 0.25, 2.0, -1.5];

    public static Dataset Set(double[]? targets = null, double[]? weights = null) => new(5, Features, targets ?? Targets, weights: weights);
}
