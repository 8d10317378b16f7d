using System.Globalization;

namespace LossGen.Simd.Tests.Harness;

/// <summary>A table of correct values made by <c>Data/make_tables.py</c>.</summary>
public sealed class ReferenceTable
{
    private ReferenceTable(double[] x, double[] y, double[] rounded, double[] remainder)
    {
        X = x;
        Y = y;
        Rounded = rounded;
        Remainder = remainder;
    }

    /// <summary>The first argument of each point.</summary>
    public double[] X { get; }

    /// <summary>The second argument of each point; empty for functions of one.</summary>
    public double[] Y { get; }

    /// <summary>The correct value, rounded to nearest.</summary>
    public double[] Rounded { get; }

    /// <summary>The correct value minus the rounded one, in units in the last place.</summary>
    public double[] Remainder { get; }

    /// <summary>Reads the table of the given name.</summary>
    public static ReferenceTable Load(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Data", name + ".txt");
        var rows = File.ReadAllLines(path)
            .Select(static line => line.Split(' ').Select(static text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray())
            .ToArray();
        double[] Column(int fromEnd) => rows.Select(row => row[^fromEnd]).ToArray();
        var arguments = rows[0].Length - 2;
        return new ReferenceTable(Column(arguments + 2), arguments == 2 ? Column(3) : [], Column(2), Column(1));
    }
}
