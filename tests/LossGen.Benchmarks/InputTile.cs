namespace LossGen.Benchmarks;

/// <summary>Predictions and targets of <see cref="Length"/> samples. Longer batches repeat them, so that one set of reference results serves every length.</summary>
/// <param name="Prediction">Normal with standard deviation 3: logits of both signs, saturated ones among them, and residuals on both sides of 1.</param>
/// <param name="Target">0 or 1, or standard normal.</param>
internal sealed record InputTile(float[] Prediction, float[] Target)
{
    private const double PredictionDeviation = 3;

    internal int Length => Prediction.Length;

    internal static InputTile Create(int length, bool hasBinaryTargets)
    {
        var random = new Random(20170807);
        var prediction = new float[length];
        var target = new float[length];
        for (int i = 0; i < length; i++)
        {
            prediction[i] = (float)(PredictionDeviation * NextNormal(random));
            target[i] = hasBinaryTargets ? random.Next(2) : (float)NextNormal(random);
        }

        return new(prediction, target);
    }

    /// <summary>Box and Muller's transformation, its cosine half.</summary>
    private static double NextNormal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
