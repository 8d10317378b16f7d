using System.Globalization;

namespace LossGen.Benchmarks.Comparison.Reports;

/// <summary>Prints numbers of samples.</summary>
internal static class Counts
{
    /// <summary>Powers of two by their binary prefix: 64 Ki, 1 Mi.</summary>
    internal static string Print(int count) => string.Create(CultureInfo.InvariantCulture, $"{count switch
    {
        >= 1 << 20 when count % (1 << 20) == 0 => $"{count >> 20} Mi",
        >= 1 << 10 when count % (1 << 10) == 0 => $"{count >> 10} Ki",
        _ => $"{count}",
    }}");
}
