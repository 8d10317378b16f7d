using LossGen.Benchmarks.Comparison.Peers;

namespace LossGen.Benchmarks.Comparison.Reports;

/// <summary>What the README shows of a comparison: the widest vectors, one thread.</summary>
internal static class Headlines
{
    /// <summary>The cases of the chart.</summary>
    private static readonly (Workload Workload, BatchShape Shape)[] Cases =
    [
        (Workload.BinaryCrossEntropy, new(1024 * 1024, 1)),
        (Workload.Focal, new(1024 * 1024, 1)),
        (Workload.SquaredError, Workload.InMemory),
        .. Workload.RowShapes.Select(static shape => (Workload.SoftmaxCrossEntropy, shape)),
    ];

    /// <summary>Ratios of best rounds.</summary>
    internal static void WriteTable(TextWriter writer, Session session)
    {
        MarkdownTable.Write(
            writer,
            ["value and gradient, float, one thread", "LossGen, ns per element:", "against", "ns per element:", "times as long:"],
            [
                Row(Workload.BinaryCrossEntropy, new(1024 * 1024, 1), PeerColumn.Compiled, "C by g++ with -ffast-math, hand-written"),
                Row(Workload.Focal, new(1024 * 1024, 1), PeerColumn.Torch, "PyTorch, eager"),
                Row(Workload.SoftmaxCrossEntropy, Workload.RowShapes[0], PeerColumn.Torch, "PyTorch, eager"),
                Row(Workload.SoftmaxCrossEntropy, Workload.RowShapes[^1], PeerColumn.Torch, "PyTorch, eager"),
                Row(Workload.SquaredError, Workload.InMemory, PeerColumn.Bandwidth, "the memory: two loads and a store"),
            ]);

        IReadOnlyList<string> Row(Workload workload, BatchShape shape, PeerColumn peer, string description)
        {
            Measurement? ours = PeerColumn.LossGen.Find(session, workload.Key, shape, 1);
            Measurement? theirs = peer.Find(session, workload.Key, shape, 1);
            return [Title(workload, shape), Digits(ours?.Best), description, Digits(theirs?.Best), Digits(theirs?.Best / ours?.Best)];
        }

        static string Digits(double? figure) => figure is { } value ? Figures.Digits(value) : Figures.Missing;
    }

    /// <summary>Everybody who was measured.</summary>
    internal static string DrawChart(Session session) => BarChart.Draw(
        $"Value and gradient, float, one thread, {session.VectorBits}-bit vectors",
        "nanoseconds per element, logarithmic: shorter is faster",
        [.. Cases.Select(@case => new BarGroup(Title(@case.Workload, @case.Shape), [.. Bars(session, @case.Workload, @case.Shape)])).Where(static group => group.Bars.Count > 0)]);

    private static IEnumerable<Bar> Bars(Session session, Workload workload, BatchShape shape) =>
        from column in PeerColumn.Others.Prepend(PeerColumn.LossGen)
        let figures = column.Find(session, workload.Key, shape, 1)
        where figures is not null
        select new Bar(column == PeerColumn.Compiled ? $"{CompiledPeer.PeerName} -ffast-math" : column.Title, figures.Best, column == PeerColumn.LossGen);

    private static string Title(Workload workload, BatchShape shape) => $"{workload.Title}, {Shapes.Print(shape)}";
}
