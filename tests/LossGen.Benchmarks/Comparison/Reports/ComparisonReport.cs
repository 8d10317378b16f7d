using System.Globalization;
using LossGen.Benchmarks.Comparison.Peers;

namespace LossGen.Benchmarks.Comparison.Reports;

/// <summary>The whole comparison as Markdown.</summary>
internal static class ComparisonReport
{
    private const string Missing = "–";

    internal static void Write(TextWriter writer, IReadOnlyList<Session> sessions, IReadOnlyList<Verdict> verdicts)
    {
        foreach (Session session in sessions)
            Write(writer, session);

        writer.WriteLine("## Bounds");
        writer.WriteLine();
        MarkdownTable.Write(
            writer,
            ["", "bound", "where", "measured"],
            [.. verdicts.Select(static IReadOnlyList<string> (verdict) => [verdict.Outcome, verdict.Bound, verdict.Subject, verdict.Measured])]);
    }

    private static void Write(TextWriter writer, Session session)
    {
        writer.WriteLine($"## {session.VectorBits}-bit vectors: value and gradient, float, nanoseconds per element, best round (median round)");
        writer.WriteLine();
        foreach (string skipped in session.Skipped)
        {
            writer.WriteLine($"Skipped {skipped}");
            writer.WriteLine();
        }

        MarkdownTable.Write(
            writer,
            ["loss", "n:", "threads:", "LossGen:", "g++, same instructions:", "LossGen / it:", "g++, fastest:", "its build", "PyTorch:", "it / LossGen:", "bandwidth:", "share of it:"],
            [.. session.Measurements.Select(static measurement => (measurement.Loss, measurement.Shape, measurement.Threads)).Distinct().Select(figure => Row(session, figure.Loss, figure.Shape, figure.Threads))]);
    }

    private static IReadOnlyList<string> Row(Session session, string loss, BatchShape shape, int threads)
    {
        Measurement? lossGen = session.Fastest(ManagedPeer.LossGen, loss, shape, threads);
        Measurement? alike = session.FastestCompiledAlike(loss, shape, threads);
        Measurement? compiled = session.Fastest(CompiledPeer.PeerName, loss, shape, threads);
        Measurement? torch = session.Fastest(PythonPeer.Torch, loss, shape, threads);
        Measurement? bandwidth = session.Fastest(BandwidthPeer.PeerName, loss, shape, threads);
        return
        [
            Workload.All.First(workload => workload.Key == loss).Title,
            Shapes.Print(shape),
            threads.ToString(CultureInfo.InvariantCulture),
            Time(lossGen),
            Time(alike),
            Ratio(lossGen, alike),
            Time(compiled),
            compiled?.Variant ?? Missing,
            Time(torch),
            Ratio(torch, lossGen),
            Time(bandwidth),
            Ratio(bandwidth, lossGen),
        ];
    }

    private static string Time(Measurement? measurement) => measurement is null
        ? Missing
        : string.Create(CultureInfo.InvariantCulture, $"{measurement.Best:0.000} ({measurement.Median:0.000})");

    private static string Ratio(Measurement? numerator, Measurement? denominator) => numerator is null || denominator is null
        ? Missing
        : (numerator.Best / denominator.Best).ToString("0.00", CultureInfo.InvariantCulture);
}
