using System.Globalization;

namespace LossGen.Benchmarks.Comparison.Reports;

/// <summary>Prints figures of the best round, and in parentheses of the median round.</summary>
internal static class Figures
{
    internal const string Missing = "–";

    /// <summary>Nanoseconds per element.</summary>
    internal static string Time(Measurement? measurement) => measurement is null
        ? Missing
        : $"{Digits(measurement.Best)} ({Digits(measurement.Median)})";

    /// <summary>How many times as long the one takes as the other.</summary>
    internal static string Ratio(Measurement? numerator, Measurement? denominator) => numerator is null || denominator is null
        ? Missing
        : $"{Digits(numerator.Best / denominator.Best)} ({Digits(numerator.Median / denominator.Median)})";

    /// <summary>What is reached of a limit that takes so long.</summary>
    internal static string Share(Measurement? limit, Measurement? reached) => limit is null || reached is null
        ? Missing
        : (limit.Best / reached.Best).ToString("P0", CultureInfo.InvariantCulture);

    /// <summary>Three digits.</summary>
    internal static string Digits(double figure) => figure.ToString(
        figure switch { < 0.1 => "0.0000", < 1 => "0.000", < 10 => "0.00", < 100 => "0.0", _ => "0" },
        CultureInfo.InvariantCulture);
}
