using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Finds where each character of a constant string stands in the source, through escapes, raw strings and concatenation.</summary>
internal static class LiteralOffsets
{
    /// <summary>The positions of the value's characters and of its end, or default if the expression is not made of literals.</summary>
    public static ImmutableArray<int> Of(ExpressionSyntax expression, string value)
    {
        ImmutableArray<int>.Builder offsets = ImmutableArray.CreateBuilder<int>(value.Length + 1);
        return TryAdd(expression, offsets) && offsets.Count == value.Length + 1 ? offsets.ToImmutable() : default;
    }

    /// <summary>Adds a position for each character, and one for the end that a following literal replaces.</summary>
    private static bool TryAdd(ExpressionSyntax expression, ImmutableArray<int>.Builder offsets)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return TryAdd(parenthesized.Expression, offsets);
            case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                return TryAdd(sum.Left, offsets) && TryAdd(sum.Right, offsets);
            case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression):
                if (offsets.Count > 0)
                {
                    offsets.RemoveAt(offsets.Count - 1);
                }

                Add(literal.Token, offsets);
                return true;
            default:
                return false;
        }
    }

    private static void Add(SyntaxToken token, ImmutableArray<int>.Builder offsets)
    {
        string text = token.Text;
        if (token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken))
        {
            int quotes = text.TakeWhile(static character => character == '"').Count();
            AddRun(token, quotes, text.Length - quotes, offsets);
            offsets.Add(token.SpanStart + text.Length - quotes);
        }
        else if (token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
        {
            AddLines(token, offsets);
        }
        else if (text.StartsWith("@", System.StringComparison.Ordinal))
        {
            AddVerbatim(token, offsets);
        }
        else
        {
            AddEscaped(token, offsets);
        }
    }

    private static void AddRun(SyntaxToken token, int from, int to, ImmutableArray<int>.Builder offsets)
    {
        for (int index = from; index < to; index++)
        {
            offsets.Add(token.SpanStart + index);
        }
    }

    /// <summary>The lines between the delimiters' lines, without the indentation of the closing one.</summary>
    private static void AddLines(SyntaxToken token, ImmutableArray<int>.Builder offsets)
    {
        string text = token.Text;
        int lastBreak = text.LastIndexOf('\n');
        int indentation = text.Skip(lastBreak + 1).TakeWhile(static character => character is ' ' or '\t').Count();
        int contentEnd = lastBreak > 0 && text[lastBreak - 1] == '\r' ? lastBreak - 1 : lastBreak;
        int line = text.IndexOf('\n') + 1;
        while (line > 0 && line <= contentEnd)
        {
            int next = text.IndexOf('\n', line, contentEnd - line);
            int end = next < 0 ? contentEnd : next + 1;
            int blanks = text.Skip(line).Take(System.Math.Min(indentation, end - line)).TakeWhile(static character => character is ' ' or '\t').Count();
            AddRun(token, line + blanks, end, offsets);
            line = next < 0 ? 0 : end;
        }

        offsets.Add(token.SpanStart + System.Math.Max(contentEnd, 0));
    }

    private static void AddVerbatim(SyntaxToken token, ImmutableArray<int>.Builder offsets)
    {
        string text = token.Text;
        int index = 2;
        for (; index < text.Length - 1; index++)
        {
            offsets.Add(token.SpanStart + index);
            if (text[index] == '"')
            {
                index++;
            }
        }

        offsets.Add(token.SpanStart + index);
    }

    private static void AddEscaped(SyntaxToken token, ImmutableArray<int>.Builder offsets)
    {
        string text = token.Text;
        int index = 1;
        while (index < text.Length - 1)
        {
            int length = EscapeLength(text, index, out int characters);
            for (int character = 0; character < characters; character++)
            {
                offsets.Add(token.SpanStart + index);
            }

            index += length;
        }

        offsets.Add(token.SpanStart + index);
    }

    /// <summary>The length of the character or escape at a position, and how many UTF-16 characters it stands for.</summary>
    private static int EscapeLength(string text, int index, out int characters)
    {
        characters = 1;
        if (text[index] != '\\' || index + 1 >= text.Length)
        {
            return 1;
        }

        switch (text[index + 1])
        {
            case 'u':
                return 6;
            case 'U':
                characters = text.Skip(index + 2).Take(4).All(static digit => digit == '0') ? 1 : 2;
                return 10;
            case 'x':
                return 2 + text.Skip(index + 2).Take(4).TakeWhile(System.Uri.IsHexDigit).Count();
            default:
                return 2;
        }
    }
}
