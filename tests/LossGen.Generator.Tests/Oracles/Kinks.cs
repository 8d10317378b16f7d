using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Oracles;

/// <summary>
/// Where functions have no derivative. There the convention of the language fixes the gradient, while the second derivative depends on
/// how the formula is written: |r|·|r| is r², whose second derivative at 0 is 2, though that of |r| is taken as 0. A product with a factor 0
/// counts as one: its derivative by another factor is found by division.
/// </summary>
internal static class Kinks
{
    public static bool IsAt(string function, Dual[] arguments) => function switch
    {
        "Abs" or "Relu" or "Sign" or "NormRoot" => arguments[0].Value == 0,
        "Ceiling" or "Floor" or "Truncate" => Math.Floor(arguments[0].Value) == arguments[0].Value,
        "Round" => Math.Floor(2 * arguments[0].Value) == 2 * arguments[0].Value,
        "Max" or "Min" => arguments[0].Value == arguments[1].Value,
        "Clamp" => arguments[0].Value == arguments[1].Value || arguments[0].Value == arguments[2].Value || arguments[1].Value == arguments[2].Value,
        "Hypot" => arguments[0].Value == 0 && arguments[1].Value == 0,
        "Pow" or "XLogY" => arguments[0].Value == 0,
        "XLogP1Y" => arguments[0].Value == 0,
        "Remainder" => Math.IEEERemainder(arguments[0].Value, arguments[1].Value) == 0,
        _ => false,
    };

    /// <summary>On which side of a kink a function is evaluated: which argument is the larger.</summary>
    public static int Side(string function, Dual[] arguments) => function switch
    {
        "Max" or "Min" => arguments[0].Value.CompareTo(arguments[1].Value),
        "Clamp" => (3 * arguments[0].Value.CompareTo(arguments[1].Value)) + arguments[0].Value.CompareTo(arguments[2].Value),
        _ => 0,
    };

    /// <summary>Whether the function's derivatives are infinite or undefined here, whether or not the arguments vary.</summary>
    public static bool IsSingular(string function, Dual[] arguments) =>
        !FunctionOracle.Apply(function, [.. arguments.Select(static argument => Dual.Seed(argument.Value))]).IsFinite;

    public static bool IsAt(ReductionKind kind, Dual[] terms) => kind switch
    {
        ReductionKind.Max => terms.Count(term => term.Value == terms.Max(static other => other.Value)) > 1,
        ReductionKind.Min => terms.Count(term => term.Value == terms.Min(static other => other.Value)) > 1,
        ReductionKind.Product => terms.Any(static term => term.Value == 0),
        _ => false,
    };
}
