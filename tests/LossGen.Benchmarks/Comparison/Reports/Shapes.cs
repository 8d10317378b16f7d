using System.Globalization;

namespace LossGen.Benchmarks.Comparison.Reports;

/// <summary>Prints the sizes of batches.</summary>
internal static class Shapes
{
    /// <summary>Samples × columns; samples alone if there is one column, powers of two by their binary prefix: 64 Ki, 1 Mi.</summary>
    internal static string Print(BatchShape shape) => shape.Columns > 1
        ? string.Create(CultureInfo.InvariantCulture, $"{shape.Samples} × {shape.Columns}")
        : string.Create(CultureInfo.InvariantCulture, $"{shape.Samples switch
        {
            >= 1 << 20 when shape.Samples % (1 << 20) == 0 => $"{shape.Samples >> 20} Mi",
            >= 1 << 10 when shape.Samples % (1 << 10) == 0 => $"{shape.Samples >> 10} Ki",
            _ => $"{shape.Samples}",
        }}");
}
