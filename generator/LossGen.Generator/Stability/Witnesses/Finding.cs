using System.Globalization;
using System.Linq;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Witnesses;

/// <summary>A place where a formula fails, and the input that shows it.</summary>
/// <param name="Kind">What fails there.</param>
/// <param name="Culprit">The first operation that goes wrong, a node of the formula as written. With a link, the reading of the linked prediction may stand for the link.</param>
/// <param name="Witness">The input.</param>
/// <param name="Outcome">What the loss becomes there.</param>
/// <param name="IsMendedByRewrites">Whether the rewrites of generated code avoid the failure at every input that was found to cause it.</param>
internal sealed record Finding(FindingKind Kind, Expr Culprit, Witness Witness, Outcome Outcome, bool IsMendedByRewrites)
{
    /// <summary>Whether it is a derivative of the loss that fails, its value being right.</summary>
    public bool IsGradient => Outcome.Prediction is not null;
}

/// <summary>What a loss becomes at a witness, and what it should be.</summary>
/// <param name="Prediction">The prediction by which the derivative fails; null if the value fails.</param>
/// <param name="Culprit">What the culprit itself comes to in single precision.</param>
/// <param name="Computed">The value or derivative of the loss in single precision.</param>
/// <param name="Exact">The exact value or derivative, in short: a number, ∞, or "undefined".</param>
internal sealed record Outcome(string? Prediction, float Culprit, float Computed, string Exact);

/// <summary>An input of a loss, in single precision.</summary>
internal sealed record Witness(EquatableArray<WitnessInput> Inputs)
{
    /// <summary>As in <c>p = 0, y = 1</c>.</summary>
    public override string ToString() => string.Join(", ", Inputs.Items);
}

/// <summary>The value of one parameter: one number, or a row of them.</summary>
internal sealed record WitnessInput(string Name, bool IsRow, EquatableArray<float> Values)
{
    public override string ToString()
    {
        string values = string.Join(", ", Values.Items.Select(static value => value.ToString("R", CultureInfo.InvariantCulture)));
        return IsRow ? $"{Name} = [{values}]" : $"{Name} = {values}";
    }
}
