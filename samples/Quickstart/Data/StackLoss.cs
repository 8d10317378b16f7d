using LossGen.Training;

namespace LossGen.Samples.Quickstart;

/// <summary>Stack loss: K. A. Brownlee, Statistical Theory and Methodology in Science and Engineering (1965), 21 days of a plant that oxidises ammonia to nitric acid. Four of them are outliers.</summary>
internal static class StackLoss
{
    private static readonly double[] AirFlow = [80, 80, 75, 62, 62, 62, 62, 62, 58, 58, 58, 58, 58, 58, 50, 50, 50, 50, 50, 56, 70];
    private static readonly double[] WaterTemperature = [27, 27, 25, 24, 22, 23, 24, 24, 23, 18, 18, 17, 18, 19, 18, 18, 19, 19, 20, 20, 20];
    private static readonly double[] AcidConcentration = [89, 88, 90, 87, 87, 87, 93, 93, 87, 80, 89, 88, 82, 93, 89, 86, 72, 79, 80, 82, 91];
    private static readonly double[] Loss = [42, 37, 37, 28, 18, 18, 19, 20, 15, 14, 14, 13, 11, 12, 8, 7, 8, 8, 9, 15, 15];

    internal static EmbeddedExample Example { get; } = new(
        "Stack loss (Brownlee 1965): 21 days of a plant that oxidises ammonia",
        new Dataset(
            Loss.Length,
            Enumerable.Range(0, Loss.Length).SelectMany(static day => new[] { AirFlow[day], WaterTemperature[day], AcidConcentration[day] }).ToArray(),
            Loss,
            featureNames: ["Air.Flow", "Water.Temp", "Acid.Conc"]),
        [
            new("Squared error", new SquaredErrorLoss(), [-39.9197, 0.7156, 1.2953, -0.1521]),
            new("Absolute error", new AbsoluteErrorLoss(), [-39.6899, 0.8319, 0.5739, -0.0609], 42.0812),
            new("Huber, δ = 1.345", new HuberLoss(delta: 1.345), [-38.3924, 0.8363, 0.6872, -0.1080], 43.2644),
        ]);
}
