using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Generator.Parsing;

/// <summary>Where parsed text stands: in a file as it is, or inside a string literal of one.</summary>
/// <param name="Tree">The file.</param>
/// <param name="Whole">The span of the text or of the literal that holds it.</param>
/// <param name="Offsets">For text in a literal, the position in the file of each of its characters and of its end; default if unknown.</param>
/// <param name="IsInLiteral">Whether the text stands in a literal.</param>
internal sealed record FormulaSource(SyntaxTree Tree, TextSpan Whole, ImmutableArray<int> Offsets, bool IsInLiteral)
{
    /// <summary>Text that is C# of the file itself.</summary>
    public static FormulaSource Of(SyntaxNode node) => new(node.SyntaxTree, node.Span, default, false);

    public Location Locate(TextSpan span)
    {
        if (!IsInLiteral)
        {
            return Location.Create(Tree, span);
        }

        return Offsets.IsDefault || span.End >= Offsets.Length
            ? Location.Create(Tree, Whole)
            : Location.Create(Tree, TextSpan.FromBounds(Offsets[span.Start], Offsets[span.End]));
    }
}
