using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>A parameter as it is declared.</summary>
/// <param name="Syntax">Its declaration.</param>
/// <param name="Symbol">Its symbol; null in a lambda, which only this parser ever sees.</param>
/// <param name="Source">Where the declaration stands.</param>
/// <param name="IsOfConstructor">Whether it stands in the primary constructor of a loss type.</param>
internal sealed record ParameterDeclaration(ParameterSyntax Syntax, IParameterSymbol? Symbol, FormulaSource Source, bool IsOfConstructor)
{
    public string Name => Syntax.Identifier.ValueText;

    public bool IsHyperparameter => IsOfConstructor || Symbol is { HasExplicitDefaultValue: true };
}

/// <summary>A loss as it is declared, by either form.</summary>
/// <param name="Symbol">The method or the type.</param>
/// <param name="Node">Its declaration.</param>
/// <param name="Identifier">Its name in the declaration.</param>
/// <param name="Parameters">Its parameters: for a type, the lambda's and then the constructor's.</param>
/// <param name="Body">The formula.</param>
/// <param name="Source">Where the formula stands.</param>
/// <param name="Text">The formula as its author wrote it.</param>
/// <param name="Names">What names mean in the formula.</param>
internal sealed record LossDeclaration(
    ISymbol Symbol,
    MemberDeclarationSyntax Node,
    SyntaxToken Identifier,
    ImmutableArray<ParameterDeclaration> Parameters,
    SyntaxNode Body,
    FormulaSource Source,
    string Text,
    NameScope Names);
