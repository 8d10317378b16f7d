using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.CodeFixes;

/// <summary>The part of a formula that a rule was reported at, in a method or in the string of an attribute, where it is edited as text.</summary>
/// <param name="Document">The file.</param>
/// <param name="Root">The file's syntax.</param>
/// <param name="Source">The file's text.</param>
/// <param name="Span">Where the part stands.</param>
/// <param name="IsInString">Whether the formula stands in an attribute's string.</param>
internal sealed record FormulaPlace(Document Document, SyntaxNode Root, SourceText Source, TextSpan Span, bool IsInString)
{
    /// <summary>The text as it stands in the file.</summary>
    public string Text => Source.ToString(Span);

    /// <summary>The reported place; null where the file shows no plain formula there: in a constant, an escape or joined strings.</summary>
    public static async Task<FormulaPlace?> FindAsync(CodeFixContext context)
    {
        CancellationToken cancellationToken = context.CancellationToken;
        if (await context.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return null;
        }

        SourceText source = await context.Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        SyntaxToken token = root.FindToken(context.Span.Start);
        bool isInString = token.Parent.IsKind(SyntaxKind.StringLiteralExpression) && token.Span.Contains(context.Span);
        FormulaPlace place = new(context.Document, root, source, context.Span, isInString);

        // A formula whose characters cannot be found is reported at the whole argument of the attribute.
        bool isWholeArgument = !isInString && token.Parent!.AncestorsAndSelf().OfType<AttributeArgumentSyntax>().Any();
        return isWholeArgument || place.Text.IndexOfAny(['"', '\\']) >= 0 ? null : place;
    }

    /// <summary>Offers to make the changes.</summary>
    public void Offer(CodeFixContext context, string title, string key, params TextChange[] changes) => context.RegisterCodeFix(
        CodeAction.Create(title, _ => Task.FromResult(Document.WithText(Source.WithChanges(changes))), key),
        context.Diagnostics);
}
