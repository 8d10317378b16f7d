namespace LossGen.Generator.Tests.Oracles;

/// <summary>Every function on dual numbers, by its name.</summary>
internal static class FunctionOracle
{
    public static Dual Apply(string function, Dual[] arguments) => (function, arguments) switch
    {
        ("Add", [var x, var y]) => x + y,
        ("Subtract", [var x, var y]) => x - y,
        ("Multiply", [var x, var y]) => x * y,
        ("Divide", [var x, var y]) => x / y,
        ("Clamp", [var x, var low, var high]) => Clamp(x, low, high),
        (_, [var x]) => UnaryOracle.Apply(function, x),
        (_, [var x, var y]) => BinaryOracle.Apply(function, x, y),
        _ => throw new ArgumentException($"The oracle has no {function} of {arguments.Length} arguments."),
    };

    /// <summary>Follows the argument that the value strictly is; at a bound nothing flows. NaN stays NaN, as in <see cref="LossMath.Clamp(double, double, double)"/>.</summary>
    public static Dual Clamp(Dual x, Dual low, Dual high) =>
        double.IsNaN(x.Value) || double.IsNaN(low.Value) || double.IsNaN(high.Value) ? double.NaN
        : x.Value > high.Value || low.Value > high.Value ? high
        : x.Value < low.Value && low.Value < high.Value ? low
        : x.Value > low.Value && x.Value < high.Value ? x
        : Math.Min(Math.Max(x.Value, low.Value), high.Value);
}
