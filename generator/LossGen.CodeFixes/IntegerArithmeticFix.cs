using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.CodeFixes;

/// <summary>Makes one operand of an integer division a floating-point number: <c>1 / 2</c> becomes <c>1f / 2</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IntegerArithmeticFix))]
[Shared]
public sealed class IntegerArithmeticFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.IntegerArithmetic.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // Text of a string is parsed here; text of the file, too, so that both take the same way.
        if (await FormulaPlace.FindAsync(context).ConfigureAwait(false) is { } place
            && SyntaxFactory.ParseExpression(place.Text) is BinaryExpressionSyntax division
            && division.IsKind(SyntaxKind.DivideExpression)
            && division.FullSpan.Length == place.Span.Length
            && await QuotientType.OfAsync(place, context.CancellationToken).ConfigureAwait(false) is { } type)
        {
            TextChange[] changes = MakeReal(division, type, place.Span.Start);
            string title = place.Source.GetSubText(place.Span).WithChanges(MakeReal(division, type, 0)).ToString();
            place.Offer(context, $"Write '{title}'", nameof(IntegerArithmeticFix), changes);
        }
    }

    private static TextChange[] MakeReal(BinaryExpressionSyntax division, SpecialType type, int start)
    {
        string suffix = type == SpecialType.System_Double ? ".0" : "f";
        string cast = type == SpecialType.System_Double ? "(double)" : "(float)";
        TextChange Insert(int position, string text) => new(new TextSpan(start + position, 0), text);
        return (IsDecimalLiteral(division.Left), IsDecimalLiteral(division.Right), division.Left) switch
        {
            (true, _, _) => [Insert(division.Left.Span.End, suffix)],
            (_, true, _) => [Insert(division.Right.Span.End, suffix)],
            (_, _, BinaryExpressionSyntax left) => [Insert(left.SpanStart, $"{cast}("), Insert(left.Span.End, ")")],
            _ => [Insert(division.Left.SpanStart, cast)],
        };
    }

    /// <summary>Whether a suffix makes the expression a floating-point literal: after <c>0x10</c> or <c>1u</c> it does not.</summary>
    private static bool IsDecimalLiteral(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { Token: { Value: int, Text: [>= '0' and <= '9', ..] text } }
        && text.IndexOfAny(['x', 'X', 'b', 'B']) < 0;
}
