using LossGen.Benchmarks.Comparison.Peers;

namespace LossGen.Benchmarks.Comparison;

/// <summary>Times peers in turns, so that whatever slows the machine for a while slows all of them.</summary>
internal sealed class InterleavedTiming
{
    private readonly IPeer _peer;
    private readonly int _calls;
    private readonly List<double> _samples = [];
    private double _spent;

    private InterleavedTiming(IPeer peer, Case @case, Batch batch, Effort effort)
    {
        _peer = peer;
        peer.Time(@case, batch, 1);
        _calls = (int)Math.Clamp(effort.SampleNanoseconds / Math.Max(peer.Time(@case, batch, 1), 1), 1, 10_000);
    }

    /// <summary>Nanoseconds per element of the batch, one number a round, by peer.</summary>
    internal static IReadOnlyDictionary<IPeer, IReadOnlyList<double>> Run(IReadOnlyList<IPeer> peers, Case @case, Batch batch, Effort effort)
    {
        InterleavedTiming[] timings = [.. peers.Select(peer => new InterleavedTiming(peer, @case, batch, effort))];
        for (int round = 0; round < effort.Rounds; round++)
        {
            // Everybody follows everybody else at some time.
            for (int turn = 0; turn < timings.Length; turn++)
                timings[(round + turn) % timings.Length].Sample(@case, batch, effort, round);
        }

        return timings.ToDictionary(static timing => timing._peer, static IReadOnlyList<double> (timing) => timing._samples);
    }

    private void Sample(Case @case, Batch batch, Effort effort, int round)
    {
        if (round >= effort.MinimumRounds && _spent > effort.BudgetNanoseconds)
            return;
        double elapsed = _peer.Time(@case, batch, _calls);
        _spent += elapsed;
        _samples.Add(elapsed / _calls / batch.Shape.Elements);
    }
}
