using System.Collections.Immutable;
using System.Globalization;
using LossGen.Generator.Functions;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Tests.Stability.Shadows;

/// <summary>A row of the tables beside: a function, its arguments, and its value to 159 bits.</summary>
internal sealed record ShadowTableRow(Function Function, ImmutableArray<Shadow> Arguments, Dyadic Value)
{
    public Shadow Evaluate() => Function.Shadow(Arguments);

    public override string ToString() => $"{Function.Name}({string.Join(", ", Arguments)})";

    public static IEnumerable<ShadowTableRow> Read(string file, int arity) =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Stability", "Shadows", "Data", file)).Skip(1)
        let cells = line.Split('\t')
        select new ShadowTableRow(
            Find(cells[0]),
            [.. Enumerable.Range(0, arity).Select(argument => Argument(cells[((3 * argument) + 1)..((3 * argument) + 4)]))],
            Exact(cells[((3 * arity) + 1)..]));

    private static Function Find(string name) => FunctionCatalog.Named
        .Concat(FunctionCatalog.Internal)
        .Concat(FunctionCatalog.Operators)
        .First(function => function.Name == name);

    private static Shadow Argument(string[] cells)
    {
        long exponent = long.Parse(cells[0], CultureInfo.InvariantCulture);
        return Shadow.FromDouble(Number(cells[1])).Scale(exponent) + Shadow.FromDouble(Number(cells[2])).Scale(exponent);
    }

    private static Dyadic Exact(string[] cells)
    {
        long exponent = long.Parse(cells[0], CultureInfo.InvariantCulture);
        return cells.Skip(1).Aggregate(Dyadic.Of(0), (sum, cell) => sum + Dyadic.Of(Number(cell), exponent));
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
