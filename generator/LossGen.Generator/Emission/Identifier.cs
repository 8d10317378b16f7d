using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Emission;

/// <summary>Names as C# identifiers.</summary>
internal static class Identifier
{
    /// <summary>The name, with @ where it is a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>The name of the property or field for a parameter: <c>delta</c> → <c>Delta</c>.</summary>
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
