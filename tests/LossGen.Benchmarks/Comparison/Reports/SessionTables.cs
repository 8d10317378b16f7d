using System.Globalization;
using LossGen.Benchmarks.Comparison.Peers;

namespace LossGen.Benchmarks.Comparison.Reports;

/// <summary>The figures of one vector width.</summary>
internal static class SessionTables
{
    internal static void Write(TextWriter writer, Session session)
    {
        foreach (string skipped in session.Skipped)
        {
            writer.WriteLine($"Skipped {skipped}");
            writer.WriteLine();
        }

        writer.WriteLine("One thread, nanoseconds per element:");
        writer.WriteLine();
        Table(writer, session, threads: 1, [.. new[] { PeerColumn.LossGen }.Concat(PeerColumn.Others).Select(Time), ("form of g++", (loss, shape) => PeerColumn.Compiled.Find(session, loss, shape, 1)?.Variant ?? Figures.Missing)]);
        writer.WriteLine("How many times as long as LossGen they take:");
        writer.WriteLine();
        Table(writer, session, threads: 1, [.. PeerColumn.Others.Select(column => Column(column, (figures, lossGen) => Figures.Ratio(figures, lossGen), 1))]);
        writer.WriteLine("Two threads, nanoseconds per element, and how many times as fast as one thread LossGen is:");
        writer.WriteLine();
        Table(
            writer,
            session,
            threads: 2,
            [
                TimeOfTwo(PeerColumn.LossGen),
                ("× one thread:", (loss, shape) => Figures.Ratio(PeerColumn.LossGen.Find(session, loss, shape, 1), PeerColumn.LossGen.Find(session, loss, shape, 2))),
                TimeOfTwo(PeerColumn.Compiled),
                TimeOfTwo(PeerColumn.Torch),
            ]);

        (string Title, Func<string, BatchShape, string> Cell) Time(PeerColumn column) => Column(column, static (figures, _) => Figures.Time(figures), 1);
        (string Title, Func<string, BatchShape, string> Cell) TimeOfTwo(PeerColumn column) => Column(column, static (figures, _) => Figures.Time(figures), 2);
        (string Title, Func<string, BatchShape, string> Cell) Column(PeerColumn column, Func<Measurement?, Measurement?, string> print, int threads) => (
            $"{column.Title}:",
            (loss, shape) => print(column.Find(session, loss, shape, threads), PeerColumn.LossGen.Find(session, loss, shape, threads)));
    }

    /// <summary>How near LossGen comes to what the machine allows: measured peaks of the same session.</summary>
    internal static void WriteRoofline(TextWriter writer, Session session)
    {
        if (session.Peak(ArithmeticPeer.PeerName, 1) is { } arithmetic)
            writer.WriteLine($"* Fused multiply-adds in registers: {Figures.Digits(2 / arithmetic)} Gflop/s on one thread{(session.Peak(ArithmeticPeer.PeerName, 2) is { } both ? $", {Figures.Digits(2 / both)} on two" : "")}.");
        if (session.Peak(BandwidthPeer.PeerName, 1, Workload.InMemory) is { } bandwidth)
            writer.WriteLine($"* Memory, two loads and one store: {Figures.Digits(BandwidthPeer.BytesPerElement / bandwidth)} GB/s on one thread{(session.Peak(BandwidthPeer.PeerName, 2, Workload.InMemory) is { } both ? $", {Figures.Digits(BandwidthPeer.BytesPerElement / both)} on two" : "")}.");
        writer.WriteLine();
        Table(
            writer,
            session,
            threads: 1,
            [
                ("elements per ns:", (loss, shape) => PeerColumn.LossGen.Find(session, loss, shape, 1) is { } figures ? Figures.Digits(1 / figures.Best) : Figures.Missing),
                ("multiply-adds in an element's time:", (loss, shape) => PeerColumn.LossGen.Find(session, loss, shape, 1) is { } figures && PeerColumn.Arithmetic.Find(session, loss, shape, 1) is { } peak ? (figures.Best / peak.Best).ToString("0", CultureInfo.InvariantCulture) : Figures.Missing),
                ("of the bandwidth:", (loss, shape) => Figures.Share(PeerColumn.Bandwidth.Find(session, loss, shape, 1), PeerColumn.LossGen.Find(session, loss, shape, 1))),
                ("two threads, of theirs:", (loss, shape) => Figures.Share(PeerColumn.Bandwidth.Find(session, loss, shape, 2), PeerColumn.LossGen.Find(session, loss, shape, 2))),
            ]);
    }

    private static void Table(TextWriter writer, Session session, int threads, IReadOnlyList<(string Title, Func<string, BatchShape, string> Cell)> columns) => MarkdownTable.Write(
        writer,
        ["loss", "n:", .. columns.Select(static column => column.Title)],
        [
            .. session.Cases(threads).Select(IReadOnlyList<string> (@case) =>
            [
                Workload.All.First(workload => workload.Key == @case.Loss).Title,
                Shapes.Print(@case.Shape),
                .. columns.Select(column => column.Cell(@case.Loss, @case.Shape)),
            ]),
        ]);
}
