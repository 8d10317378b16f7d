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


    /// <summary>Sizes at which arithmetic and neither calls nor memory decide.</summary>
    private static readonly BatchShape[] Cached = [new(64 * 1024, 1), new(1024 * 1024, 1)];

    /// <summary>Softmax cross-entropy against PyTorch.</summary>
    private static readonly Dictionary<BatchShape, double> SmallestSoftmaxSpeedups = new() { [new(4096, 10)] = 8, [new(512, 1000)] = 3, [new(32, 50257)] = 4 };

    /// <summary>All verdicts on the losses that a session measured.</summary>
    internal static IEnumerable<Verdict> Judge(Session session, IReadOnlyList<Workload> workloads) =>
        workloads.SelectMany(workload => OfSpeed(session, workload)).Concat(OfPromises(session)).Append(OfResults(session));

    private static IEnumerable<Verdict> OfSpeed(Session session, Workload workload)
    {
        if (workload == Workload.SoftmaxCrossEntropy)
            return SmallestSoftmaxSpeedups.Select(bound => OverTorch(session, workload, bound.Key, bound.Value));
        IEnumerable<Verdict> verdicts = workload.IsTranscendental
            ? [.. Cached.Select(shape => OverCompiled(session, workload, shape)), OverOneThread(session, workload)]
            : [OverBandwidth(session, workload)];
        return workload == Workload.Focal
            ? verdicts.Concat(workload.Shapes.Select(shape => OverTorch(session, workload, shape, SmallestFocalSpeedup)))
            : verdicts;
    }

    private static Verdict OverCompiled(Session session, Workload workload, BatchShape shape)
    {
        double? share = Ratio(LossGen(session, workload, shape), session.FastestCompiledAlike(workload.Key, shape, threads: 1));
        return new($"≤ {LargestShareOfCompiled} × g++", Subject(session, workload, shape), Print(share), share is { } value ? value <= LargestShareOfCompiled : null);
    }

    /// <summary>
    /// Two threads that use up what memory gives two threads cannot be faster, however slow one of them is. What it gives depends on where the batch lies:
    /// on virtual machines the same loop was seen at 50 GB/s and, with the next batch, at 90. Hence on the same batch.
    /// </summary>
    private static Verdict OverOneThread(Session session, Workload workload)
    {
        Measurement? both = LossGen(session, workload, Workload.InMemory, threads: 2);
        double? speedup = Ratio(LossGen(session, workload, Workload.InMemory), both);
        double? share = Ratio(session.Fastest(BandwidthPeer.PeerName, workload.Key, Workload.InMemory, threads: 2), both);
        bool isBoundByMemory = speedup < SmallestThreadSpeedup && share >= SmallestShareOfBandwidth;
        return new(
            $"≥ {SmallestThreadSpeedup} × one thread, or ≥ {SmallestShareOfBandwidth} of two threads' bandwidth",
            Subject(session, workload, Workload.InMemory),
            $"{Print(speedup)}; {Print(share)} of the bandwidth{(isBoundByMemory ? ": bandwidth-bound" : "")}",
            speedup is { } value ? value >= SmallestThreadSpeedup || isBoundByMemory : null);
    }

    private static Verdict OverBandwidth(Session session, Workload workload)
    {
        double? share = Ratio(session.Fastest(BandwidthPeer.PeerName, workload.Key, Workload.InMemory, threads: 1), LossGen(session, workload, Workload.InMemory));
        return AtLeast($"≥ {SmallestShareOfBandwidth} of the memory's bandwidth", session, workload, Workload.InMemory, share, SmallestShareOfBandwidth);
    }

    private static Verdict OverTorch(Session session, Workload workload, BatchShape shape, double smallest)
    {
        double? speedup = Ratio(session.Fastest(PythonPeer.Torch, workload.Key, shape, threads: 1), LossGen(session, workload, shape));
        return AtLeast(string.Create(CultureInfo.InvariantCulture, $"≥ {smallest} × PyTorch"), session, workload, shape, speedup, smallest);
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

    private static Measurement? LossGen(Session session, Workload workload, BatchShape shape, int threads = 1) =>
        session.Fastest(ManagedPeer.LossGen, workload.Key, shape, threads);

    private static double? Ratio(Measurement? numerator, Measurement? denominator) => numerator?.Best / denominator?.Best;

    private static Verdict AtLeast(string bound, Session session, Workload workload, BatchShape shape, double? measured, double limit) =>
        new(bound, Subject(session, workload, shape), Print(measured), measured is { } value ? value >= limit : null);

    private static string Subject(Session session, Workload workload, BatchShape shape) =>
        $"{session.VectorBits} bits, {workload.Title}, n = {Reports.Shapes.Print(shape)}";

    private static string Print(double? ratio) => ratio?.ToString("0.00", CultureInfo.InvariantCulture) ?? "not measured";
}
