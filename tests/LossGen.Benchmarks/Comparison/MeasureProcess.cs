using System.Diagnostics;
using System.Text.Json;

namespace LossGen.Benchmarks.Comparison;

/// <summary>Runs <c>measure</c> in a process of its own.</summary>
internal static class MeasureProcess
{
    /// <summary>Keeps .NET from using AVX-512: its widest vectors are then those of AVX2. The name holds from .NET 10 on; before, it was EnableAVX512F.</summary>
    private const string Avx512Switch = "DOTNET_EnableAVX512";

    /// <summary>Measures with 512-bit vectors, as far as the processor has them, or with narrower ones.</summary>
    /// <exception cref="InvalidOperationException">The process failed.</exception>
    internal static Session Run(bool allowAvx512, bool quick, IReadOnlyList<Workload> workloads)
    {
        string json = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!);
            if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
                start.ArgumentList.Add(typeof(MeasureProcess).Assembly.Location);
            string[] arguments = [MeasureCommand.Name, ComparisonOptions.JsonName, json, .. quick ? [ComparisonOptions.QuickName] : Array.Empty<string>()];
            foreach (string argument in arguments.Concat(workloads.SelectMany(static workload => new[] { ComparisonOptions.LossName, workload.Key })))
                start.ArgumentList.Add(argument);
            start.Environment[Avx512Switch] = allowAvx512 ? "1" : "0";

            // OpenMP's threads would spin for a while after every call and take the processor from the next peer.
            start.Environment["OMP_WAIT_POLICY"] = "passive";
            using Process process = Process.Start(start)!;
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"The measuring process ended with exit code {process.ExitCode}.");
            using FileStream file = File.OpenRead(json);
            return JsonSerializer.Deserialize<Session>(file)!;
        }
        finally
        {
            File.Delete(json);
        }
    }
}
