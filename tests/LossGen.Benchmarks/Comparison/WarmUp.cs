using LossGen.Benchmarks.Comparison.Peers;

namespace LossGen.Benchmarks.Comparison;

/// <summary>
/// Calls the managed peers until the just-in-time compiler has optimised what they call. LossGen's loops are optimised from their first call;
/// the library's functions begin in code that is compiled quickly, and would be timed in it.
/// </summary>
internal static class WarmUp
{
    /// <summary>What is evaluated of a size: .NET compiles a method again after 30 calls (TieredCompilation.CallCountThreshold).</summary>
    private const int Elements = 1024 * 1024;

    private const int FewestCalls = 4;

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
                foreach (BatchShape shape in workload.Shapes.Where(static shape => shape != Workload.InMemory))
                    Call(new Case(workload, shape, Threads: 1), peers.OfType<ManagedPeer>());
            }

            Thread.Sleep(Compilation);
        }
    }

    private static void Call(Case @case, IEnumerable<ManagedPeer> peers)
    {
        using var batch = new Batch(InputTile.Create(@case.Shape, @case.Workload.Targets), @case.Shape);
        foreach (ManagedPeer peer in peers.Where(peer => peer.Takes(@case)))
            peer.Time(@case, batch, Math.Max(FewestCalls, Elements / @case.Shape.Elements));
    }
}
