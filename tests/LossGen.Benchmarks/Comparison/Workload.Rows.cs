using LossGen.Benchmarks.Losses;

namespace LossGen.Benchmarks.Comparison;

/// <content>Losses of rows.</content>
internal sealed partial record Workload
{
    /// <summary>Rows shorter than a vector, rows that stay in the first-level cache, and the vocabulary of a language model.</summary>
    internal static IReadOnlyList<BatchShape> RowShapes { get; } = [new(4096, 10), new(512, 1000), new(32, 50257)];

    internal static Workload SoftmaxCrossEntropy { get; } = new(
        "softmax_cross_entropy",
        "Softmax CE",
        IsTranscendental: true,
        TargetKind.Label,
        RowShapes,
        static threads =>
        {
            var loss = new SoftmaxCrossEntropy { MaxDegreeOfParallelism = threads };
            return batch => loss.ValueAndGradient(batch.PredictionSpan, batch.LabelSpan, batch.Shape.Columns, batch.GradientSpan);
        },
        SoftmaxReference);

    private static double SoftmaxReference(ReadOnlySpan<float> scores, double label, Span<double> gradient)
    {
        double largest = double.NegativeInfinity;
        foreach (float score in scores)
            largest = Math.Max(largest, score);
        double sum = 0;
        for (int column = 0; column < scores.Length; column++)
            sum += gradient[column] = Math.Exp(scores[column] - largest);
        for (int column = 0; column < scores.Length; column++)
            gradient[column] /= sum;
        gradient[(int)label] -= 1;
        return Math.Log(sum) + largest - scores[(int)label];
    }
}
