using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Emission;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>Whether the generated members' names are free: in the class itself, among each other and in the author's part.</summary>
internal static class GeneratedMembers
{
    /// <summary>The members of every generated class.</summary>
    private static readonly ImmutableArray<string> Always =
        [EvaluationEmitter.BatchMethod, "LossDescription", "EvaluateBatch", "EvaluateSample", "Explain", "HyperparameterValues", "Loss", "MaxDegreeOfParallelism", "OptimalConstant", "Reduction", "Traits", "Value", "ValueAndGradient", "ValueGradientAndHessian", "Values", DescriptionEmitter.Field];

    /// <summary>Those of a loss of class labels.</summary>
    private static readonly ImmutableArray<string> OfClasses = ["ClassWeights", "IgnoredLabel"];

    public static void Check(ParseSession session, LossDeclaration loss, LossType type, ImmutableArray<LossParameter> parameters)
    {
        // A member named as a kernel would hide that from the other members.
        HashSet<string> names = new(Always.Concat(KernelEmitter.Names), StringComparer.Ordinal);
        if (parameters.Any(static parameter => parameter.IsRow) && parameters.Any(static parameter => parameter.Input.Role == InputRole.Label))
        {
            names.UnionWith(OfClasses);
        }

        int predictions = parameters.Count(static parameter => parameter.Input.Role == InputRole.Prediction);
        foreach ((LossParameter parameter, ParameterDeclaration declaration) in parameters.Zip(loss.Parameters, static (parameter, declaration) => (parameter, declaration)))
        {
            foreach (string member in MembersOf(parameter, type, predictions).Where(member => !names.Add(member)))
            {
                session.Report(
                    DiagnosticDescriptors.NameClash,
                    () => declaration.Source.Locate(declaration.Syntax.Identifier.Span),
                    type.Header.Name,
                    $"its member '{member}' for the parameter '{parameter.Input.Name}' would be there twice");
            }
        }

        if (names.Contains(type.Header.Name.TrimStart('@')))
        {
            session.Report(DiagnosticDescriptors.NameClash, () => loss.Identifier.GetLocation(), type.Header.Name, "the class has a member of that name");
        }

        INamedTypeSymbol? part = FindOwnPart(loss, type);
        if (part is not null && FindLossAmongBases(part) is { } ancestor)
        {
            session.Report(DiagnosticDescriptors.NameClash, () => loss.Identifier.GetLocation(), type.Header.Name, $"its base '{ancestor.Name}' is a loss, too, and has members of the same names");
        }
        else if (part is not null && FindOwnMember(part, names, parameters) is { } own)
        {
            session.Report(DiagnosticDescriptors.NameClash, () => loss.Identifier.GetLocation(), type.Header.Name, $"'{own.ContainingType.Name}' has a member '{own.Name}' of its own");
        }
    }

    /// <summary>The members that exist for a parameter: of each prediction its derivatives, of each hyperparameter its property.</summary>
    private static IEnumerable<string> MembersOf(LossParameter parameter, LossType type, int predictions)
    {
        string pascal = Identifier.Pascal(parameter.Input.Name);
        switch (parameter.Input.Role)
        {
            case InputRole.Prediction:
                string prefix = predictions == 1 ? string.Empty : pascal;
                return [$"{prefix}Derivative", $"{prefix}SecondDerivative", LinkEmitter.NameOf(parameter, predictions)];
            case InputRole.Hyperparameter:
                return [type.CompletesPartialType ? parameter.Input.Name : pascal];
            default:
                return [];
        }
    }

    private static INamedTypeSymbol? FindOwnPart(LossDeclaration loss, LossType type) =>
        loss.Symbol as INamedTypeSymbol ?? GeneratedTypeNames.FindOwnPart(loss.Symbol.ContainingNamespace, type.Header.Name.TrimStart('@'));

    /// <summary>A base that is a loss: two formulas in one object would answer for each other.</summary>
    private static INamedTypeSymbol? FindLossAmongBases(INamedTypeSymbol part)
    {
        for (INamedTypeSymbol? type = part.BaseType; type is not null; type = type.BaseType)
        {
            if (LossTypes.FindAttribute(type) is not null)
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>A member that the author's part declares or inherits under a generated name. A record's properties are its parameters.</summary>
    private static ISymbol? FindOwnMember(INamedTypeSymbol part, HashSet<string> names, ImmutableArray<LossParameter> parameters)
    {
        for (INamedTypeSymbol? type = part; type is not null && !RuntimeBases.Contains(type); type = type.BaseType)
        {
            ISymbol? member = type.MemberNames
                .Where(name => names.Contains(name) && !parameters.Any(parameter => parameter.Input.Name == name))
                .SelectMany(name => type.GetMembers(name))
                .FirstOrDefault(static member => !GeneratedTypeNames.IsGenerated(member));
            if (member is not null)
            {
                return member;
            }
        }

        return null;
    }
}
