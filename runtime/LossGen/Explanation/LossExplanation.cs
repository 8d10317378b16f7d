using System.Collections.Immutable;
using System.Globalization;

namespace LossGen;

/// <summary>Where in a batch, and in a loss's formula, a number that is not finite was born; or which input is outside of its declared domain.</summary>
/// <param name="Sample">The sample, from 0.</param>
/// <param name="Column">The column of the sample's row; null for a number of the sample as a whole.</param>
/// <param name="Expression">The first subexpression that is infinite or NaN although all that it is computed from is finite.</param>
/// <param name="Result">What it comes to.</param>
/// <param name="Output">What became infinite or NaN by it, <c>loss</c> or <c>∂loss/∂p</c>; null if nothing did, and an input is outside of its domain.</param>
/// <param name="Inputs">The inputs that the subexpression depends on, the first few of them.</param>
public sealed record LossExplanation(int Sample, int? Column, string Expression, double Result, string? Output, ImmutableArray<ExplainedInput> Inputs)
{
    /// <summary>As in <c>sample 17: log(p) is -∞ at p = 0, y = 1; the loss is not finite</c>.</summary>
    public override string ToString()
    {
        string place = Column is { } column ? FormattableString.Invariant($"sample {Sample}, column {column}") : FormattableString.Invariant($"sample {Sample}");
        if (Output is null)
            return $"{place}: {string.Join(", ", Inputs)}";

        bool isInput = Inputs is [{ Name: var name }] && name == Expression;
        string inputs = isInput || Inputs.IsEmpty ? "" : $" at {string.Join(", ", Inputs)}";
        return $"{place}: {Expression} is {ExplainedInput.Print(Result)}{inputs}; {Output} is not finite";
    }
}

/// <summary>The value of an input.</summary>
/// <param name="Name">The parameter's name, with the column for an element of a row: <c>scores[3]</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Domain">The declared domain that the value is outside of, as <c>[0, 1]</c>; null if it is inside or nothing is declared.</param>
public readonly record struct ExplainedInput(string Name, double Value, string? Domain)
{
    /// <summary>As in <c>p = 1.5, outside [0, 1]</c>.</summary>
    public override string ToString() => $"{Name} = {Print(Value)}{(Domain is null ? "" : $", outside {Domain}")}";

    internal static string Print(double value) => value switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "-∞",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
