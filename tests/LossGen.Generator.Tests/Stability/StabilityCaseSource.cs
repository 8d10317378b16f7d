using System.Globalization;
using System.Text.RegularExpressions;

namespace LossGen.Generator.Tests.Stability;

/// <summary>Writes a case as the declaration of a loss.</summary>
internal static partial class StabilityCaseSource
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["Log1P"] = "LogP1",
        ["Expm1"] = "ExpM1",
        ["Softmax"] = "SoftMax",
        ["LogSoftmax"] = "LogSoftMax",
        ["Log1mExp"] = "Log1MExp",
        ["Prod"] = "Product",
        ["PI"] = "3.14159265358979",
        ["E"] = "2.71828182845905",
        ["and"] = "&&",
        ["or"] = "||",
        ["not"] = "!",
    };

    /// <summary>The lambda of the loss; a precondition becomes a choice.</summary>
    public static string Lambda(StabilityCase @case, string formula)
    {
        string parameters = string.Join(", ", @case.Vars.Select(variable => Parameter(variable.Key, variable.Value)));
        return $"({parameters}) => {(@case.Pre is null ? formula : $"({Translate(@case.Pre)}) ? ({formula}) : 0")}";
    }

    public static string Translate(string expression) =>
        Identifier().Replace(expression, match => Names.GetValueOrDefault(match.Value, match.Value));

    /// <summary>Whether a variable of a domain is a row.</summary>
    public static bool IsRow(string domain) => Row().IsMatch(domain);

    private static string Parameter(string name, string domain)
    {
        bool isRow = IsRow(domain);
        string set = Row().Replace(domain, "");
        string attributes = set switch
        {
            "real" => "[Prediction]",
            "simplex" => "[Prediction, Simplex]",
            "onehot" => "[Simplex, AllowedValues(0, 1)]",
            ['{', ..] => $"[AllowedValues({set[1..^1]})]",
            _ => $"[Prediction, Range({Bounds(set)})]",
        };
        return $"{attributes} {(isRow ? "Row " : "")}{name}";
    }

    /// <summary>Open ends move inside: to the next float, or to 1e-30 from 0.</summary>
    private static string Bounds(string interval)
    {
        string[] bounds = interval[1..^1].Split(',');
        float low = float.Parse(bounds[0], CultureInfo.InvariantCulture);
        float high = float.Parse(bounds[1], CultureInfo.InvariantCulture);
        low = interval[0] == '[' ? low : low == 0 ? 1e-30f : float.BitIncrement(low);
        high = interval[^1] == ']' ? high : high == 0 ? -1e-30f : float.BitDecrement(high);
        return $"{low.ToString("R", CultureInfo.InvariantCulture)}, {high.ToString("R", CultureInfo.InvariantCulture)}";
    }

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"(?<=\S)\[\d+\]$")]
    private static partial Regex Row();
}
