using System.Globalization;
using System.Runtime.InteropServices;

namespace LossGen.Benchmarks.Comparison.Reports;

/// <summary>Where a comparison ran.</summary>
internal static class Machine
{
    private const string ProcessorFile = "/proc/cpuinfo";

    /// <summary>Processor, cores, system and runtime, in one line; no names of hosts and no dates.</summary>
    internal static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Split(' ')[0]} {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.FrameworkDescription}");

    /// <summary>The model's name, and the numbers behind it: virtual machines call many processors by one name.</summary>
    private static string Processor()
    {
        if (!File.Exists(ProcessorFile))
            return "processor unknown";
        string[] lines = File.ReadAllLines(ProcessorFile);
        return $"{Field("model name")} (family {Field("cpu family")}, model {Field("model\t")})";

        string Field(string name) => lines.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown";
    }
}
