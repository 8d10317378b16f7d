using System;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>The named arguments of <c>[Loss]</c>.</summary>
internal static class OptionsParser
{
    private static readonly string[] Reductions = ["Mean", "Sum", "WeightedMean"];

    public static LossOptions? Parse(ParseSession session, AttributeData attribute)
    {
        int hessian = 0;
        int reduction = 0;
        bool stabilize = true;
        foreach (System.Collections.Generic.KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            switch (argument.Key, argument.Value.Value)
            {
                case ("Hessian", int value):
                    hessian = value;
                    break;
                case ("Reduction", int value):
                    reduction = value;
                    break;
                case ("Stabilize", bool value):
                    stabilize = value;
                    break;
            }
        }

        if (Enum.IsDefined(typeof(HessianPolicyKind), hessian) && reduction >= 0 && reduction < Reductions.Length)
        {
            return new LossOptions((HessianPolicyKind)hessian, Reductions[reduction], stabilize);
        }

        session.Report(
            DiagnosticDescriptors.InvalidDeclaration,
            () => attribute.ApplicationSyntaxReference is { } reference ? Location.Create(reference.SyntaxTree, reference.Span) : Location.None,
            "The attribute's Hessian or Reduction is no member of its enum");
        return null;
    }
}
