namespace LossGen.Benchmarks;

/// <summary>Random inputs, the same in every run. Longer batches repeat them, so that one set of reference results serves every length.</summary>
/// <param name="Columns">Predictions per sample.</param>
/// <param name="Prediction">Normal with standard deviation 3, row by row: logits of both signs, saturated ones among them, and residuals on both sides of 1.</param>
/// <param name="Target">One number per sample; none where there are labels.</param>
/// <param name="Labels">One label per sample; none where there are targets.</param>
internal sealed record InputTile(int Columns, float[] Prediction, float[] Target, int[] Labels)
{
    private const double PredictionDeviation = 3;

    internal int Samples => Prediction.Length / Columns;

    internal static InputTile Create(BatchShape shape, TargetKind targets)
    {
        var random = new Random(20170807);
        var prediction = new float[shape.Elements];
        for (int i = 0; i < prediction.Length; i++)
            prediction[i] = (float)(PredictionDeviation * NextNormal(random));

        return targets == TargetKind.Label
            ? new(shape.Columns, prediction, [], [.. Enumerable.Range(0, shape.Samples).Select(_ => random.Next(shape.Columns))])
            : new(shape.Columns, prediction, [.. Enumerable.Range(0, shape.Samples).Select(_ => targets == TargetKind.Binary ? random.Next(2) : (float)NextNormal(random))], []);
    }

    /// <summary>The target or label of a sample, as a number.</summary>
    internal double TargetOf(int sample) => Labels.Length > 0 ? Labels[sample] : Target[sample];

    /// <summary>Box and Muller's transformation, its cosine half.</summary>
    private static double NextNormal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
