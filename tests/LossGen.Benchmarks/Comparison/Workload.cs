namespace LossGen.Benchmarks.Comparison;

/// <summary>Mean loss of a batch, and its gradient into the batch.</summary>
internal delegate double Evaluation(Batch batch);

/// <summary>The loss of one sample in double, and its gradient, from the formula and nothing else. A label is given as a number.</summary>
internal delegate double SampleReference(ReadOnlySpan<float> prediction, double target, Span<double> gradient);

/// <summary>A loss that peers compute.</summary>
/// <param name="Key">Its name among the peers.</param>
/// <param name="Title">Its name in reports.</param>
/// <param name="IsTranscendental">Whether it computes exp or log, so that arithmetic and not memory bounds it.</param>
/// <param name="Targets">What its targets are.</param>
/// <param name="Shapes">The sizes of batches that it is measured on.</param>
/// <param name="Generated">The generated member for a number of threads.</param>
/// <param name="Reference">What is right.</param>
internal sealed partial record Workload(
    string Key,
    string Title,
    bool IsTranscendental,
    TargetKind Targets,
    IReadOnlyList<BatchShape> Shapes,
    Func<int, Evaluation> Generated,
    SampleReference Reference)
{
    internal static IReadOnlyList<Workload> All => [BinaryCrossEntropy, Focal, Huber, SquaredError, SoftmaxCrossEntropy];
}
