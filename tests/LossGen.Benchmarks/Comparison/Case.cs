namespace LossGen.Benchmarks.Comparison;

/// <summary>What is measured at a time.</summary>
/// <param name="Workload">The loss.</param>
/// <param name="Shape">The size of a batch.</param>
/// <param name="Threads">The number of threads that a peer may use.</param>
internal sealed record Case(Workload Workload, BatchShape Shape, int Threads)
{
    internal static IReadOnlyList<int> ThreadCounts { get; } = [1, 2];
}
