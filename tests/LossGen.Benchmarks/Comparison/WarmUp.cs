using LossGen.Benchmarks.Comparison.Peers;

namespace LossGen.Benchmarks.Comparison;

/// <summary>
/// Calls everybody in this process until the just-in-time compiler has optimised what they call. LossGen's loops are optimised from their first call;
/// the library's functions begin in code that is compiled quickly, and would be timed in it.
/// </summary>
internal static class WarmUp
{
    /// <summary>Twice the calls after which .NET compiles a method again (TieredCompilation.CallCountThreshold).</summary>
    private const int CallsPerTier = 60;

    /// <summary>Quick code, code that counts, optimised code; and the same for what is first called by one of these.</summary>
    private const int Tiers = 6;

    /// <summary>The compiler begins when nothing new was called for 100 ms (TieredCompilation.BackgroundWorkerTimeoutMs), and takes a while.</summary>
    private static readonly TimeSpan Compilation = TimeSpan.FromMilliseconds(250);

    internal static void Run(IReadOnlyList<Workload> workloads, IReadOnlyList<IPeer> peers)
    {
        for (int tier = 0; tier < Tiers; tier++)
        {
            foreach (Workload workload in workloads)
            {
                var @case = new Case(workload, workload.Shapes[0], Threads: 1);
                using var batch = new Batch(InputTile.Create(@case.Shape, workload.Targets), @case.Shape);
                foreach (IPeer peer in peers.Where(peer => peer is not PythonPeer && peer.Takes(@case)))
                    peer.Time(@case, batch, CallsPerTier);
            }

            Thread.Sleep(Compilation);
        }
    }
}
