using System.Globalization;
using System.Text.RegularExpressions;
using LossGen.Testing;

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

    /// <summary>The case as it is written: a class with a formula, or a method with statements.</summary>
    public static string Source(StabilityCase @case, string options) =>
        @case.Body is null ? Declaration(@case, Translate(@case.Expr), options) : Method(@case, options);

    /// <summary>The class of a loss; a precondition becomes a choice.</summary>
    public static string Declaration(StabilityCase @case, string formula, string options)
    {
        string parameters = string.Join(", ", @case.Vars.Where(static variable => !IsHyperparameter(variable.Value)).Select(static variable => Parameter(variable.Key, variable.Value, isTyped: false)));
        string constructor = string.Join(", ", @case.Vars.Where(static variable => IsHyperparameter(variable.Value)).Select(static variable => Parameter(variable.Key, variable.Value, isTyped: true)));
        string lambda = $"({parameters}) => {(@case.Pre is null ? formula : $"({Translate(@case.Pre)}) ? ({formula}) : 0")}";
        return $"{TestCompilation.Usings}[Loss(\"\"\"{lambda}\"\"\"{options})] public sealed partial class Tested{(constructor.Length > 0 ? $"({constructor})" : "")} {{ }}";
    }

    private static string Method(StabilityCase @case, string options)
    {
        string parameters = string.Join(", ", @case.Vars.Select(static variable => Parameter(variable.Key, variable.Value, isTyped: true)));
        return $"{TestCompilation.Usings}public static class Losses\n{{\n{@case.Helpers}\n[Loss({options.TrimStart(',', ' ')})]\npublic static float Tested({parameters})\n{{\n{@case.Body}\n}}\n}}\n";
    }

    public static string Translate(string expression) =>
        Identifier().Replace(expression, match => Names.GetValueOrDefault(match.Value, match.Value));

    /// <summary>Whether a variable of a domain is a row.</summary>
    public static bool IsRow(string domain) => Row().IsMatch(domain);

    /// <summary>Whether a variable of a domain is a number that all samples share.</summary>
    public static bool IsHyperparameter(string domain) => domain[0] == '=';

    private static string Parameter(string name, string domain, bool isTyped)
    {
        if (domain == "label")
        {
            return $"int {name}";
        }

        if (IsHyperparameter(domain))
        {
            return $"float {name} = {domain[1..]}f";
        }

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
        return $"{attributes} {(isRow ? "Row " : isTyped ? "float " : "")}{name}";
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
