using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.CodeFixes;

/// <summary>Makes the type of a loss partial, and the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotPartialFix))]
[Shared]
public sealed class NotPartialFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.NotPartial.Id];

    /// <summary>All at once: the batch fixer takes one of two fixes that change the same outer type for a conflict, and drops it.</summary>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
        await ApplyAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(
            CodeAction.Create(
                "Make the type partial",
                cancellationToken => ApplyAsync(context.Document, context.Diagnostics, cancellationToken),
                nameof(NotPartialFix)),
            context.Diagnostics);
        return Task.CompletedTask;
    }

    private static async Task<Document> ApplyAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return document;
        }

        IEnumerable<TypeDeclarationSyntax> types = diagnostics
            .SelectMany(diagnostic => root.FindToken(diagnostic.Location.SourceSpan.Start).Parent!.AncestorsAndSelf())
            .OfType<TypeDeclarationSyntax>()
            .Where(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            .Distinct()
            .OrderBy(static type => type.SpanStart);

        // C# wants the word right before class, record, struct or interface, after all other modifiers.
        SourceText source = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(source.WithChanges(types.Select(static type => new TextChange(new TextSpan(type.Keyword.SpanStart, 0), "partial "))));
    }
}
