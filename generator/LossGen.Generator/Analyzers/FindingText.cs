using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability.Witnesses;

namespace LossGen.Generator.Analyzers;

/// <summary>The arguments of a rule's message: the culprit as its author wrote it, what it comes to, the input, and what becomes of the loss.</summary>
internal static class FindingText
{
    /// <summary>A culprit longer than this is cut: the diagnostic's place shows the whole of it.</summary>
    private const int LongestText = 60;

    public static object[] Arguments(LossReport report, Finding finding) =>
    [
        TextOf(report, finding.Culprit),
        Number(finding.Outcome.Culprit),
        finding.Witness + Permission(report.Model, finding),
        finding.IsMendedByRewrites && report.Model.Options.Stabilize
            ? $"as written, {Consequence(finding)}; the generated code avoids it"
            : Consequence(finding),
    ];

    public static string Number(double value) => value switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        double.NaN => "NaN",
        _ => value.ToString("G6", CultureInfo.InvariantCulture),
    };

    /// <summary>The author's own text in one line; mathematics where there is none. The name of a prediction with a link is also that of its score.</summary>
    public static string TextOf(LossReport report, Expr expression)
    {
        if (InputOf(expression) is { } input && report.Model.Parameters.Items.FirstOrDefault(parameter => parameter.Input == input) is { Link: not LinkKind.Identity and var link })
        {
            return $"the {link} of '{input.Name}'";
        }

        string text = report.PlacesOf(expression) is [{ } place, ..]
            ? string.Join(" ", place.Syntax.ToString().Split([' ', '\t', '\r', '\n'], System.StringSplitOptions.RemoveEmptyEntries))
            : MathPrinter.PrintBriefly(expression);
        return text.Length <= LongestText ? text : $"{text.Substring(0, LongestText - 1)}…";
    }

    private static Input? InputOf(Expr expression) => expression switch
    {
        Variable variable => variable.Input,
        Read read => read.Row,
        _ => null,
    };

    /// <summary>That the author declared the values which the culprit fails at, where that is so.</summary>
    private static string Permission(LossModel model, Finding finding)
    {
        HashSet<Input> inputs = [.. ExprOrder.ChildrenFirst(finding.Culprit, ExprChildren.Of).Select(InputOf).OfType<Input>()];
        string[] declared = [.. model.Parameters.Items.Where(parameter => inputs.Contains(parameter.Input)).Select(Declaration).OfType<string>().Distinct()];
        return declared.Length == 0 ? string.Empty : $", which {string.Join(" and ", declared)} {(declared.Length == 1 ? "allows" : "allow")}";
    }

    private static string? Declaration(LossParameter parameter) => parameter.Domain switch
    {
        { IsSimplex: true } => "[Simplex]",
        { AllowedValues: { Count: > 0 } values } => $"[AllowedValues({string.Join(", ", values.Items.Select(Number))})]",
        { IsDeclared: true } range => $"[Range({Number(range.Low)}, {Number(range.High)})]",
        _ => null,
    };

    /// <summary>What the loss becomes; and what it should be, where that is a number which float has.</summary>
    private static string Consequence(Finding finding)
    {
        string computed = Number(finding.Outcome.Computed);
        string exact = finding.Outcome.Exact == "-0" ? "0" : finding.Outcome.Exact;
        string result = exact == computed || exact == "undefined" ? computed : $"{computed} instead of {exact}";
        return finding.Outcome.Prediction is { } prediction ? $"the gradient by '{prediction}' is {result}" : $"the loss is {result}";
    }
}
