using LossGen.Benchmarks.Comparison.Peers;

namespace LossGen.Benchmarks.Comparison.Reports;

/// <summary>The whole comparison as Markdown.</summary>
internal static class ComparisonReport
{
    internal static void Write(TextWriter writer, IReadOnlyList<Session> sessions, IReadOnlyList<Verdict> verdicts)
    {
        writer.WriteLine($"Measured on: {Machine.Describe()}. {Versions(sessions)}. Value and gradient of the mean loss, float; best round (median round).");
        writer.WriteLine();
        foreach (Session session in sessions)
        {
            writer.WriteLine($"### {session.VectorBits}-bit vectors");
            writer.WriteLine();
            SessionTables.Write(writer, session);
        }

        foreach (Session session in sessions)
        {
            writer.WriteLine($"### Roofline, {session.VectorBits}-bit vectors");
            writer.WriteLine();
            SessionTables.WriteRoofline(writer, session);
        }

        writer.WriteLine("### Bounds");
        writer.WriteLine();
        MarkdownTable.Write(
            writer,
            ["", "bound", "where", "measured"],
            [.. verdicts.Select(static IReadOnlyList<string> (verdict) => [verdict.Outcome, verdict.Bound, verdict.Subject, verdict.Measured])]);
    }

    private static string Versions(IReadOnlyList<Session> sessions) => string.Join(", ", new[] { PythonPeer.Torch, PythonPeer.ScikitLearn }
        .Select(peer => sessions.SelectMany(static session => session.Measurements).FirstOrDefault(measurement => measurement.Peer == peer))
        .OfType<Measurement>()
        .Select(static measurement => $"{measurement.Peer} {measurement.Variant}")
        .Prepend($"C by `g++ {CompilerBuild.CommonOptions}`"));
}
