using System.Linq;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Whether a second part of a type can be generated: it and all types around it are partial and visible to another file.</summary>
internal static class PartialTypes
{
    public static bool Check(ParseSession session, TypeDeclarationSyntax type, INamedTypeSymbol symbol)
    {
        bool isComplete = true;
        foreach (TypeDeclarationSyntax declaration in type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>())
        {
            if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                isComplete = false;
                session.Report(DiagnosticDescriptors.NotPartial, () => declaration.Identifier.GetLocation(), declaration.Identifier.ValueText);
            }
        }

        for (INamedTypeSymbol? current = symbol; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                isComplete = false;
                session.Report(DiagnosticDescriptors.InvalidPlacement, () => type.Identifier.GetLocation(), symbol.Name, $"'{current.Name}' is local to its file, and the generated part stands in another");
            }
        }

        return isComplete;
    }
}
