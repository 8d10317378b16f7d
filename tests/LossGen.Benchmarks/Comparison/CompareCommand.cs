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
        var markdown = new Option<FileInfo>("--markdown") { Description = "Write the report to this file too." };
        var command = new Command("compare", "Times LossGen against C compiled by g++ and PyTorch, interleaved, and checks its bounds. Exits with 1 if one fails.")
        {
            quick, losses, json, markdown,
        };
        command.SetAction(result =>
        {
            IReadOnlyList<Workload> workloads = ComparisonOptions.Workloads(result.GetValue(losses));
            Session[] sessions = [.. Widths().Select(allowAvx512 => MeasureProcess.Run(allowAvx512, result.GetValue(quick), workloads))];
            Verdict[] verdicts = [.. sessions.SelectMany(session => Bounds.Judge(session, workloads))];
            ComparisonReport.Write(Console.Out, sessions, verdicts);
            if (result.GetValue(markdown) is { } report)
            {
                using StreamWriter writer = report.CreateText();
                ComparisonReport.Write(writer, sessions, verdicts);
            }

            if (result.GetValue(json) is { } figures)
            {
                using FileStream file = figures.Create();
                JsonSerializer.Serialize(file, sessions, Indented);
            }

            return verdicts.Any(static verdict => verdict.Passed == false) ? 1 : 0;
        });
        return command;
    }

    /// <summary>Whether AVX-512 is allowed, for each process that is to measure.</summary>
    private static bool[] Widths() => Vector512.IsHardwareAccelerated ? [true, false] : [false];
}
