using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>The types that can be written in the language.</summary>
internal static class ParameterTypes
{
    public const string Supported = "the language has float, double, int, bool and Row";

    /// <summary>The type that is written, or null if the language does not have it.</summary>
    public static TermType? Of(NameScope names, TypeSyntax type)
    {
        if (names.FindContainer(type) is Microsoft.CodeAnalysis.ITypeSymbol symbol)
        {
            return LanguageSymbols.TermTypeOf(symbol);
        }

        // Rows are in scope without a using directive, too, as functions are.
        return type is IdentifierNameSyntax { Identifier.ValueText: "Row" } ? TermType.Row : null;
    }
}
