using LossGen.Training;

namespace LossGen.Samples.Quickstart;

/// <summary>O-rings of the space shuttle: Dalal, Fowlkes and Hoadley, "Risk Analysis of the Space Shuttle" (1989), temperature in °F at 23 launches and whether an O-ring was in distress.</summary>
internal static class Challenger
{
    private static readonly double[] Temperature = [53, 57, 58, 63, 66, 67, 67, 67, 68, 69, 70, 70, 70, 70, 72, 73, 75, 75, 76, 76, 78, 79, 81];
    private static readonly double[] Distress = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0];

    internal static EmbeddedExample Example { get; } = new(
        "Challenger O-rings (Dalal et al. 1989): distress by temperature at 23 launches",
        new Dataset(Temperature.Length, Temperature, Distress, featureNames: ["Temperature"]),
        [new("Binary cross-entropy", new BinaryCrossEntropy(), [15.0429, -0.2322], 10.1576)]);
}
