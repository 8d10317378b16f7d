namespace LossGen.Training.Tests;

/// <summary>Dalal, Fowlkes and Hoadley (1989): temperature in °F at 23 launches, and whether an O-ring was in distress.</summary>
internal static class Challenger
{
    private static readonly double[] Temperature = [53, 57, 58, 63, 66, 67, 67, 67, 68, 69, 70, 70, 70, 70, 72, 73, 75, 75, 76, 76, 78, 79, 81];
    private static readonly double[] Distress = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0];

    public static Dataset Data { get; } = new(Temperature.Length, Temperature, Distress, featureNames: ["Temperature"]);
}
