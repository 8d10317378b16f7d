namespace LossGen.Training.Tests;

/// <summary>K. A. Brownlee, Statistical Theory and Methodology (1965): 21 days of a plant that oxidises ammonia.</summary>
internal static class StackLoss
{
    private static readonly double[] AirFlow = [80, 80, 75, 62, 62, 62, 62, 62, 58, 58, 58, 58, 58, 58, 50, 50, 50, 50, 50, 56, 70];
    private static readonly double[] WaterTemperature = [27, 27, 25, 24, 22, 23, 24, 24, 23, 18, 18, 17, 18, 19, 18, 18, 19, 19, 20, 20, 20];
    private static readonly double[] AcidConcentration = [89, 88, 90, 87, 87, 87, 93, 93, 87, 80, 89, 88, 82, 93, 89, 86, 72, 79, 80, 82, 91];
    private static readonly double[] Loss = [42, 37, 37, 28, 18, 18, 19, 20, 15, 14, 14, 13, 11, 12, 8, 7, 8, 8, 9, 15, 15];

    public static Dataset Data { get; } = new(
        Loss.Length,
        Enumerable.Range(0, Loss.Length).SelectMany(static day => new[] { AirFlow[day], WaterTemperature[day], AcidConcentration[day] }).ToArray(),
        Loss,
        featureNames: ["Air.Flow", "Water.Temp", "Acid.Conc"]);
}
