using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Types that are losses because their attribute holds an expression.</summary>
internal static class LossTypes
{
    public static AttributeData? FindAttribute(ISymbol symbol) =>
        symbol.GetAttributes().FirstOrDefault(static attribute => LanguageSymbols.IsLossAttribute(attribute.AttributeClass));

    public static bool IsDeclaredByExpression(INamedTypeSymbol type) => FindAttribute(type) is { ConstructorArguments.Length: 1 };

    /// <summary>The primary constructor, whose parameters are the hyperparameters; null if there is none.</summary>
    public static IMethodSymbol? FindPrimaryConstructor(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null })
            ? type.InstanceConstructors.FirstOrDefault(static constructor =>
                constructor.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax))
            : null;
}
