using System.Globalization;
using LossGen.Benchmarks.Comparison.Peers;

namespace LossGen.Benchmarks.Comparison;

/// <summary>The figures that LossGen must reach, judged by the best round of every peer in the same session.</summary>
internal static class Bounds
{
    private const double LargestShareOfCompiled = 0.75;
    private const double SmallestShareOfBandwidth = 0.85;
    private const double SmallestFocalSpeedup = 20;
    private const double SmallestThreadSpeedup = 1.8;
    private const int Largest = 16 * 1024 * 1024;

    /// <summary>Lengths at which arithmetic and neither calls nor memory decide.</summary>
    private static readonly int[] CachedCounts = [64 * 1024, 1024 * 1024];

    /// <summary>All verdicts on the losses that a session measured.</summary>
    internal static IEnumerable<Verdict> Judge(Session session, IReadOnlyList<Workload> workloads) =>
        workloads.SelectMany(workload => OfSpeed(session, workload)).Concat(OfPromises(session)).Append(OfResults(session));

    private static IEnumerable<Verdict> OfSpeed(Session session, Workload workload)
    {
        if (workload.IsTranscendental)
        {
            foreach (int count in CachedCounts)
            {
                Measurement? compiled = session.FastestCompiledAlike(workload.Key, count, threads: 1);
                yield return AtMost($"≤ {LargestShareOfCompiled} × g++", session, workload, count, Ratio(LossGen(session, workload, count), compiled), LargestShareOfCompiled);
            }

            double? speedup = Ratio(LossGen(session, workload, Largest), LossGen(session, workload, Largest, threads: 2));
            yield return AtLeast($"≥ {SmallestThreadSpeedup} × one thread", session, workload, Largest, speedup, SmallestThreadSpeedup);
        }
        else
        {
            double? share = Ratio(session.Fastest(BandwidthPeer.PeerName, workload.Key, Largest, threads: 1), LossGen(session, workload, Largest));
            yield return AtLeast($"≥ {SmallestShareOfBandwidth} of the memory's bandwidth", session, workload, Largest, share, SmallestShareOfBandwidth);
        }

        if (workload == Workload.Focal)
        {
            foreach (int count in Case.Counts)
            {
                double? speedup = Ratio(session.Fastest(TorchPeer.PeerName, workload.Key, count, threads: 1), LossGen(session, workload, count));
                yield return AtLeast($"≥ {SmallestFocalSpeedup} × PyTorch", session, workload, count, speedup, SmallestFocalSpeedup);
            }
        }
    }

    private static IEnumerable<Verdict> OfPromises(Session session)
    {
        double bytes = session.Promises.Max(static promise => promise.BytesPerCall);
        yield return new("0 bytes allocated per call", $"{session.VectorBits} bits, all cases", $"{bytes.ToString("0.##", CultureInfo.InvariantCulture)} bytes", bytes == 0);
        int differing = session.Promises.Count(static promise => !promise.SameBits);
        yield return new("same bits for any number of threads", $"{session.VectorBits} bits, all cases", $"{differing} of {session.Promises.Count} differ", differing == 0);
    }

    private static Verdict OfResults(Session session)
    {
        string[] wrong = [.. session.Measurements.Where(static measurement => measurement.Agreement is { Holds: false }).Select(static measurement => $"{measurement.Peer} ({measurement.Variant}) {measurement.Loss}").Distinct()];
        return new("every peer agrees with the reference", $"{session.VectorBits} bits, all cases", wrong.Length == 0 ? "all agree" : string.Join(", ", wrong), wrong.Length == 0);
    }

    private static Measurement? LossGen(Session session, Workload workload, int count, int threads = 1) =>
        session.Fastest(LossGenPeer.PeerName, workload.Key, count, threads);

    private static double? Ratio(Measurement? numerator, Measurement? denominator) => numerator?.Best / denominator?.Best;

    private static Verdict AtMost(string bound, Session session, Workload workload, int count, double? measured, double limit) =>
        new(bound, Subject(session, workload, count), Print(measured), measured is { } value ? value <= limit : null);

    private static Verdict AtLeast(string bound, Session session, Workload workload, int count, double? measured, double limit) =>
        new(bound, Subject(session, workload, count), Print(measured), measured is { } value ? value >= limit : null);

    private static string Subject(Session session, Workload workload, int count) =>
        $"{session.VectorBits} bits, {workload.Title}, n = {Reports.Counts.Print(count)}";

    private static string Print(double? ratio) => ratio?.ToString("0.00", CultureInfo.InvariantCulture) ?? "not measured";
}
