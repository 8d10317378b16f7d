using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Security;
using LossGen.Generator.Calculus;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability.Traits;

namespace LossGen.Generator.Emission;

/// <summary>The XML docs of the generated class: what a reader sees when hovering over the loss.</summary>
internal static class DocsEmitter
{
    /// <summary>The number of characters from which a repeated subexpression is named.</summary>
    private const int LongFormula = 20;

    /// <summary>The operations up to which a formula is printed. The catalogue's longest derivative has about half of them.</summary>
    private const int LongestFormula = 200;

    public static void EmitClassDocs(SourceWriter writer, LossModel model, Derivation derivation, ProvenTraits traits)
    {
        if (!model.Type.CompletesPartialType)
        {
            writer.Write($"/// <summary>{Escape(model.Summary ?? $"The loss of <see cref=\"{model.Type.DeclaringMethod}\"/>.", isXml: model.Summary is null)}</summary>");
        }

        writer.Write("/// <remarks>");
        foreach (string line in model.Source.Split('\n'))
        {
            writer.Write($"/// <code>{Escape(line.TrimEnd('\r'))}</code>");
        }

        EmitFormulas(writer, model, derivation);
        foreach (LossParameter parameter in model.Parameters.Items.Where(static parameter => parameter.Link != LinkKind.Identity))
        {
            writer.Write($"/// <para>{parameter.Input.Name} is a raw score; the formula sees {parameter.Link} of it.</para>");
        }

        if (TraitsEmitter.Describe(model, traits) is { } proven)
        {
            writer.Write($"/// <para>{Escape(proven)}</para>");
        }

        foreach (string kink in Kinks.Describe(derivation.Value))
        {
            writer.Write($"/// <para>{Escape(kink)}</para>");
        }

        writer.Write("/// </remarks>");
    }

    /// <summary>
    /// Value and derivatives as mathematics; a long subexpression that occurs more than once stands in a line of its own. Of a formula that nobody
    /// would read, the number of operations.
    /// </summary>
    private static void EmitFormulas(SourceWriter writer, LossModel model, Derivation derivation)
    {
        Dictionary<Expr, string> names = [];
        Dictionary<Expr, string> given = [];
        foreach (NamedExpr local in derivation.Locals)
        {
            given[local.Value] = local.Name;
        }

        ImmutableArray<Expr> roots =
        [
            derivation.Value,
            .. derivation.Derivatives.Select(static derivatives => derivatives.Gradient),
            .. derivation.Derivatives.Select(static derivatives => derivatives.Hessian).OfType<Expr>(),
        ];
        HashSet<Expr> unreadable = [.. roots.Where(static root => Operations(root) > LongestFormula)];
        ImmutableArray<Step> steps = LocalPlanner.PlanForReading([.. roots.Where(root => !unreadable.Contains(root))], names, new NameAllocator(given), static node => !node.IsCondition && IsLong(node));
        foreach (Step step in steps)
        {
            writer.Write($"/// <para>{step.Name} = {Escape(MathPrinter.Print(step.Value, node => ReferenceEquals(node, step.Value) ? null : NameOf(node)))}</para>");
        }

        writer.Write($"/// <para>loss = {Print(derivation.Value)}</para>");
        foreach (PredictionDerivatives derivatives in derivation.Derivatives)
        {
            string name = derivatives.Prediction.Input.Name + (derivatives.Prediction.IsRow ? "ᵢ" : "");
            writer.Write($"/// <para>∂loss/∂{name} = {Print(derivatives.Gradient)}</para>");
            if (derivatives.Hessian is { } hessian)
            {
                writer.Write($"/// <para>{HessianName(model.Options.Hessian, name)} = {Print(hessian)}</para>");
            }
        }

        string? NameOf(Expr node) => names.TryGetValue(node, out string? name) ? name : null;

        string Print(Expr expression) => unreadable.Contains(expression) ? $"… ({Operations(expression)} operations)" : Escape(MathPrinter.Print(expression, NameOf));
    }

    /// <summary>The different operations of a formula.</summary>
    private static int Operations(Expr root) => ExprOrder.ChildrenFirst(root, ExprChildren.Of).Count(static node => node is Call or Select or Reduce or SumOverOthers);

    public static string SpanOf(LossParameter input) => input.Input.Role switch
    {
        InputRole.Label => "One class label per sample, from 0.",
        _ when input.IsRow => $"One row per sample, row after row{DomainOf(input)}.",
        _ => $"One number per sample{DomainOf(input)}.",
    };

    public static string ScalarOf(LossParameter input) =>
        input.Input.Role == InputRole.Label ? "The label." : $"The {(input.Input.Role == InputRole.Prediction ? "prediction" : "target")}{DomainOf(input)}.";

    /// <summary>The declared domain as a suffix: <c>, in [0, 1]</c>.</summary>
    public static string DomainOf(LossParameter parameter)
    {
        Domain domain = parameter.Domain;
        if (domain.AllowedValues.Count > 0)
        {
            return $", one of {string.Join(", ", domain.AllowedValues.Items.Select(MathPrinter.Print))}";
        }

        return domain.IsSimplex ? ", non-negative with sum 1" : domain.IsDeclared ? $", in [{MathPrinter.Print(domain.Low)}, {MathPrinter.Print(domain.High)}]" : "";
    }

    /// <summary>Whether an expression's text has <see cref="LongFormula"/> characters. Two operations print as one character at least; what is certainly long is not printed to find out.</summary>
    private static bool IsLong(Expr node) => node.Size >= 2 * LongFormula || MathPrinter.Print(node).Length >= LongFormula;

    private static string HessianName(HessianPolicyKind policy, string prediction) => policy switch
    {
        HessianPolicyKind.Exact => $"∂²loss/∂{prediction}²",
        _ => $"Hessian by policy {policy}",
    };

    private static string Escape(string text, bool isXml = false) => isXml ? text : SecurityElement.Escape(text) ?? "";
}
