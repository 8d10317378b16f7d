using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>The text of a formula as its author wrote it, for the generated documentation.</summary>
internal static class FormulaText
{
    /// <summary>An expression, or the statements of a block without their common indentation; lines end with <c>\n</c>.</summary>
    public static string Of(SyntaxNode body) => body is BlockSyntax { Statements.Count: > 0 } block
        ? Unindent(block.SyntaxTree.GetText().ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(block.Statements[0].SpanStart, block.Statements.Last().Span.End)))
        : Unindent(body.ToString());

    private static string Unindent(string text)
    {
        string[] lines = [.. text.Replace("\r\n", "\n").Split('\n').Select(static line => line.TrimEnd())];
        int common = lines.Skip(1).Where(static line => line.Length > 0).Select(static line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join("\n", lines.Select((line, index) => index == 0 || line.Length == 0 ? line : line.Substring(common)));
    }
}
