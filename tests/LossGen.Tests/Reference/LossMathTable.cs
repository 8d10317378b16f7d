using System.Globalization;
using Xunit;

namespace LossGen.Tests.Reference;

/// <summary>The committed table of function values, made with mpmath by the script beside it.</summary>
internal static class LossMathTable
{
    private static readonly ILookup<string, Entry> Entries =
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reference", "Data", "lossmath.tsv"))
            .Select(static line => line.Split('\t'))
            .ToLookup(static fields => fields[0], static fields => new Entry(Parse(fields[1]), [.. fields.Skip(2).Select(Parse)]));

    /// <summary>A point of the table.</summary>
    internal sealed record Entry(double Expected, double[] Arguments);

    /// <summary>The points for a function, which must be there.</summary>
    public static IReadOnlyCollection<Entry> For(string function)
    {
        Entry[] entries = [.. Entries[function]];
        Assert.NotEmpty(entries);
        return entries;
    }

    private static double Parse(string field) => double.Parse(field, CultureInfo.InvariantCulture);
}
