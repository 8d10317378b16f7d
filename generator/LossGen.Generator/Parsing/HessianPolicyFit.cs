using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Whether the Hessian policy of a loss means anything for its inputs.</summary>
internal static class HessianPolicyFit
{
    public static void Check(ParseSession session, AttributeData attribute, LossOptions options, ImmutableArray<LossParameter> parameters)
    {
        ImmutableArray<LossParameter> predictions = [.. parameters.Where(static parameter => parameter.Input.Role == InputRole.Prediction)];
        string? objection = options.Hessian switch
        {
            HessianPolicyKind.Majorizer => ObjectionToMajorizer(predictions, [.. parameters.Where(static parameter => parameter.Input.Role is InputRole.Target or InputRole.Label)]),
            HessianPolicyKind.GaussNewton when predictions.FirstOrDefault(static prediction => prediction.Link == LinkKind.SoftMax) is { } row =>
                $"the softmax link makes every element of '{row.Input.Name}' depend on all scores, so that squared slopes have no diagonal form: HessianPolicy.Exact has p(1 − p) for a cross-entropy",
            _ => null,
        };
        if (objection is not null)
        {
            session.Report(DiagnosticDescriptors.InvalidDeclaration, () => Locate(attribute), $"HessianPolicy.{options.Hessian} does not fit: {objection}");
        }
    }

    /// <summary>The majorizer is gradient ÷ residual, and there must be one residual for every derivative.</summary>
    private static string? ObjectionToMajorizer(ImmutableArray<LossParameter> predictions, ImmutableArray<LossParameter> targets)
    {
        if (predictions.Length != 1)
        {
            return "it is gradient ÷ (prediction − target), and the loss has several predictions";
        }

        if (predictions[0] is { Link: not LinkKind.Identity } linked)
        {
            return $"it is gradient ÷ (prediction − target), and with the link {linked.Link} a raw score would be compared with a target; HessianPolicy.GaussNewton is for links";
        }

        return targets.IsEmpty || targets[0].IsRow == predictions[0].IsRow
            ? null
            : $"it is gradient ÷ (prediction − target), and '{targets[0].Input.Name}' is {Describe(targets[0])} while '{predictions[0].Input.Name}' is {Describe(predictions[0])}";
    }

    private static string Describe(LossParameter parameter) => parameter switch
    {
        { Input.Role: InputRole.Label } => "a label",
        { IsRow: true } => "a row",
        _ => "a number",
    };

    private static Location Locate(AttributeData attribute)
    {
        if (attribute.ApplicationSyntaxReference is not { } reference)
        {
            return Location.None;
        }

        AttributeArgumentSyntax? argument = (reference.GetSyntax() as AttributeSyntax)?.ArgumentList?.Arguments
            .FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Hessian");
        return argument?.GetLocation() ?? Location.Create(reference.SyntaxTree, reference.Span);
    }
}
