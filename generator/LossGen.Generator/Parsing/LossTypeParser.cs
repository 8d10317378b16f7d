using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Parsing;

/// <summary>The class that a loss becomes: a part of the author's own, or a new one beside the author's type.</summary>
internal static class LossTypeParser
{
    private const string Suffix = "Loss";

    public static LossType? Parse(ParseSession session, LossDeclaration loss, AttributeData attribute) => loss.Symbol switch
    {
        INamedTypeSymbol type => new LossType(NamespaceOf(type), Containing(type), Header(type), CompletesPartialType: true, DeclaringMethod: null, RuntimeBases.IsDerivedByAuthor(type)),
        IMethodSymbol method => ParseNew(session, loss, method, attribute),
        _ => null,
    };

    /// <summary>The name of the class for an attributed method: the attribute's, or the method's with one "Loss" at its end.</summary>
    public static string ClassName(IMethodSymbol method, AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "Name").Value.Value as string
        ?? (method.Name.EndsWith(Suffix, StringComparison.Ordinal) ? method.Name : method.Name + Suffix);

    private static LossType? ParseNew(ParseSession session, LossDeclaration loss, IMethodSymbol method, AttributeData attribute)
    {
        string name = ClassName(method, attribute);
        if (!SyntaxFacts.IsValidIdentifier(name))
        {
            session.Report(DiagnosticDescriptors.InvalidDeclaration, () => loss.Identifier.GetLocation(), $"'{name}' cannot be the name of a class");
            return null;
        }

        if (GeneratedTypeNames.FindObstacle(method, name) is { } obstacle)
        {
            session.Report(DiagnosticDescriptors.NameClash, () => loss.Identifier.GetLocation(), name, obstacle);
            return null;
        }

        TypeHeader header = new(AccessibilityOfNew(method, name), "class", Escape(name), string.Empty);
        return new LossType(NamespaceOf(method), [], header, CompletesPartialType: false, method.GetDocumentationCommentId(), RuntimeBases.IsDerivedByAuthor(GeneratedTypeNames.FindOwnPart(method.ContainingNamespace, name)));
    }

    /// <summary>Public if everyone can call the method; else internal. A part that the author has declared decides.</summary>
    private static string AccessibilityOfNew(IMethodSymbol method, string name)
    {
        if (GeneratedTypeNames.FindOwnPart(method.ContainingNamespace, name) is { } part)
        {
            return Keywords(part.DeclaredAccessibility);
        }

        for (ISymbol? symbol = method; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility != Accessibility.Public)
            {
                return "internal";
            }
        }

        return "public";
    }

    private static string? NamespaceOf(ISymbol symbol) => symbol.ContainingNamespace is { IsGlobalNamespace: false } @namespace
        ? @namespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted))
        : null;

    private static EquatableArray<TypeHeader> Containing(INamedTypeSymbol type)
    {
        Stack<TypeHeader> headers = new();
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            headers.Push(Header(outer));
        }

        return headers.ToEquatableArray();
    }

    private static TypeHeader Header(INamedTypeSymbol type) => new(
        Keywords(type.DeclaredAccessibility),
        type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        },
        Escape(type.Name),
        type.TypeParameters.IsEmpty ? string.Empty : $"<{string.Join(", ", type.TypeParameters.Select(static parameter => Escape(parameter.Name)))}>");

    private static string Keywords(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Public => "public",
        Accessibility.Internal => "internal",
        Accessibility.Private => "private",
        Accessibility.Protected => "protected",
        Accessibility.ProtectedOrInternal => "protected internal",
        Accessibility.ProtectedAndInternal => "private protected",
        _ => string.Empty,
    };

    private static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
