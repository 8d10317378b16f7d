using System.CommandLine;
using System.Runtime.Intrinsics;
using System.Text.Json;
using LossGen.Benchmarks.Comparison.Reports;

namespace LossGen.Benchmarks.Comparison;

/// <summary><c>compare</c>: LossGen beside its peers and the memory's bandwidth, and the bounds it must keep.</summary>
internal static class CompareCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    internal static Command Create()
    {
        Option<bool> quick = ComparisonOptions.Quick();
        Option<string[]> losses = ComparisonOptions.Loss();
        Option<FileInfo> json = ComparisonOptions.Json();
        Option<DirectoryInfo> publish = PerformanceDocument.Option();
        var command = new Command("compare", "Times LossGen against C compiled by g++, PyTorch, scikit-learn and others, interleaved, and checks its bounds. Exits with 1 if one fails.")
        {
            quick, losses, json, publish,
        };
        command.SetAction(result =>
        {
            IReadOnlyList<Workload> workloads = ComparisonOptions.Workloads(result.GetValue(losses));
            Session[] sessions = [.. Widths().Select(allowAvx512 => MeasureProcess.Run(allowAvx512, result.GetValue(quick), workloads))];
            Verdict[] verdicts = [.. sessions.SelectMany(session => Bounds.Judge(session, workloads))];
            var report = new StringWriter();
            ComparisonReport.Write(report, sessions, verdicts);
            Console.Write(report);
            if (result.GetValue(publish) is { } repository)
                Publish(new PerformanceDocument(repository), sessions[0], report.ToString());

            if (result.GetValue(json) is { } figures)
            {
                using FileStream file = figures.Create();
                JsonSerializer.Serialize(file, sessions, Indented);
            }

            return verdicts.Any(static verdict => verdict.Passed == false) ? 1 : 0;
        });
        return command;
    }

    /// <param name="document">Where to.</param>
    /// <param name="widest">The session with the widest vectors.</param>
    /// <param name="report">All figures.</param>
    private static void Publish(PerformanceDocument document, Session widest, string report)
    {
        var headlines = new StringWriter();
        Headlines.WriteTable(headlines, widest);
        document.Write("compare", report);
        document.WriteChart(Headlines.DrawChart(widest));
        document.WriteReadme("headlines", headlines.ToString());
    }

    /// <summary>Whether AVX-512 is allowed, for each process that is to measure.</summary>
    private static bool[] Widths() => Vector512.IsHardwareAccelerated ? [true, false] : [false];
}
