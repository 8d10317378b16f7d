using System.CommandLine;

namespace LossGen.Benchmarks.Comparison;

/// <summary>Options that both commands of a comparison have.</summary>
internal static class ComparisonOptions
{
    internal const string QuickName = "--quick";
    internal const string LossName = "--loss";
    internal const string JsonName = "--json";

    internal static Option<bool> Quick() => new(QuickName) { Description = "Fewer rounds: for a first look; the figures are rougher." };

    internal static Option<string[]> Loss()
    {
        var option = new Option<string[]>(LossName) { Description = "Measure this loss only; may be repeated.", AllowMultipleArgumentsPerToken = true };
        option.AcceptOnlyFromAmong([.. Workload.All.Select(static workload => workload.Key)]);
        return option;
    }

    internal static Option<FileInfo> Json() => new(JsonName) { Description = "Write all figures to this file." };

    /// <summary>The chosen losses; all if none was chosen.</summary>
    internal static IReadOnlyList<Workload> Workloads(string[]? keys) =>
        keys is null or [] ? Workload.All : [.. Workload.All.Where(workload => keys.Contains(workload.Key))];
}
