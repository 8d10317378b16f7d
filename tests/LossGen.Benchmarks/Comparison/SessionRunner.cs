using System.Runtime.Intrinsics;
using LossGen.Benchmarks.Comparison.Peers;
using LossGen.Benchmarks.Comparison.Reports;

namespace LossGen.Benchmarks.Comparison;

/// <summary>Measures all cases in this process.</summary>
internal static class SessionRunner
{
    /// <summary>How many samples are distinct; see <see cref="InputTile"/>.</summary>
    private const int DistinctSamples = 64 * 1024;

    /// <summary>Measures, and tells what it is doing.</summary>
    internal static Session Run(IReadOnlyList<Workload> workloads, Effort effort, TextWriter progress)
    {
        using var group = new PeerGroup();
        WarmUp.Run(workloads, group.Peers);
        var measurements = new List<Measurement>();
        var promises = new List<Promise>();
        foreach (Workload workload in workloads)
        {
            foreach (BatchShape shape in workload.Shapes)
            {
                using var batch = new Batch(InputTile.Create(shape with { Samples = Math.Min(shape.Samples, DistinctSamples) }, workload.Targets), shape);
                foreach (IPeer peer in group.Peers)
                    peer.Load(batch);
                foreach (int threads in Case.ThreadCounts)
                {
                    var @case = new Case(workload, shape, threads);
                    promises.Add(PromiseCheck.Of(@case, batch));
                    Measurement[] figures = [.. Measure(@case, batch, group.Peers, effort)];
                    measurements.AddRange(figures);
                    progress.WriteLine($"{VectorBits} bits, {workload.Title}, {Shapes.Print(shape)}, {threads} thread(s): {figures[0].Best:0.000} ns");
                }
            }
        }

        return new(VectorBits, group.Skipped, measurements, promises);
    }

    private static int VectorBits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    private static IEnumerable<Measurement> Measure(Case @case, Batch batch, IReadOnlyList<IPeer> peers, Effort effort)
    {
        IPeer[] present = [.. peers.Where(peer => peer.Takes(@case))];
        var agreements = present.ToDictionary(static peer => peer, peer => peer.ComputesLoss ? Agreement.Of(peer, @case, batch) : null);
        return InterleavedTiming.Run(present, @case, batch, effort).Select(timing => new Measurement(
            @case.Workload.Key,
            @case.Shape,
            @case.Threads,
            timing.Key.Name,
            timing.Key.Variant,
            timing.Value.Min(),
            timing.Value.Order().ElementAt(timing.Value.Count / 2),
            timing.Value.Count,
            agreements[timing.Key]));
    }
}
