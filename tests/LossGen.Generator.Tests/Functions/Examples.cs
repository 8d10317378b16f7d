using System.Globalization;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Functions;

/// <summary>The variables and tables that the tests of functions share.</summary>
internal static class Examples
{
    public static Variable X { get; } = new(new Input(InputRole.Prediction, 0, "x"));

    public static Variable Y { get; } = new(new Input(InputRole.Target, 0, "y"));

    public static Variable Z { get; } = new(new Input(InputRole.Target, 1, "z"));

    /// <summary>Every function that yields a number.</summary>
    public static Function[] AllNumeric { get; } =
        [.. FunctionCatalog.Named.Concat(FunctionCatalog.Internal).Concat(FunctionCatalog.Operators).Where(static function => function.ExprKind == ExprKind.Number)];

    public static Function Find(string name) => AllNumeric.Single(function => function.Name == name);

    /// <summary>The function of the variables x, y, z.</summary>
    public static Call Apply(Function function) => new(function, [.. new Expr[] { X, Y, Z }.Take(function.Arity)]);

    /// <summary>The rows of a table beside the tests, without its head. An entry <c>?</c> is no number (at a pole, or below the normal range).</summary>
    public static IEnumerable<(string Function, double?[] Numbers)> ReadTable(string file) =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Functions", "Data", file)).Skip(1)
        let cells = line.Split('\t')
        select (cells[0], cells.Skip(1).Select(static cell => cell == "?" ? (double?)null : double.Parse(cell, CultureInfo.InvariantCulture)).ToArray());

    /// <summary>The error relative to the expected number, or to a larger scale; subnormal numbers count as zero.</summary>
    public static double Error(double expected, double actual, double scale = 0) =>
        expected.Equals(actual) || Math.Abs(expected - actual) < 1e-307 ? 0
        : !double.IsFinite(expected) || !double.IsFinite(actual) ? double.PositiveInfinity
        : Math.Abs(actual - expected) / Math.Max(Math.Abs(expected), Math.Abs(scale));

    /// <summary>Numbers at which functions have kinks, zeros, poles and overflow, and ordinary ones.</summary>
    public static double[] Landmarks { get; } =
    [
        0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 0.1, -0.3, 1.4616321, 1 - 1e-7, 1e-3, -1e-3, 1e-20, -1e-20, 1e-38, 7.25, -7.25, 20, -20,
        88, -88, 104, -104, 709, -709, 746, -746, 1e5, -1e5, 1e19, -1e19, 3e38, -3e38,
    ];
}
