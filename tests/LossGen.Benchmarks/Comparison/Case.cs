namespace LossGen.Benchmarks.Comparison;

/// <summary>What is measured at a time.</summary>
/// <param name="Workload">The loss.</param>
/// <param name="Count">Samples per call.</param>
/// <param name="Threads">The number of threads that a peer may use.</param>
internal sealed record Case(Workload Workload, int Count, int Threads)
{
    /// <summary>The lengths of batches: in the first-level cache, in the second, in the third, in memory.</summary>
    internal static IReadOnlyList<int> Counts { get; } = [4 * 1024, 64 * 1024, 1024 * 1024, 16 * 1024 * 1024];

    internal static IReadOnlyList<int> ThreadCounts { get; } = [1, 2];
}
