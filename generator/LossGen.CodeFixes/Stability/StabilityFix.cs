using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Generator.Analyzers;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.CodeFixes.Stability;

/// <summary>Mends what a stability rule reports, in a method or in the string of an attribute.</summary>
public abstract class StabilityFix : CodeFixProvider
{
    /// <summary>Every edit makes at least one finding disappear; no loss has as many as this.</summary>
    private const int MostEdits = 24;

    private readonly FindingKind _kind;

    private protected StabilityFix(DiagnosticDescriptor rule, FindingKind kind)
    {
        _kind = kind;
        FixableDiagnosticIds = [rule.Id];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <summary>One after another: one edit may mend several findings, and the next one is looked for in what it has left.</summary>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        foreach (string loss in diagnostics.Select(LossOf).OfType<string>().Distinct())
        {
            document = await MendAsync(document, loss, context.CancellationToken).ConfigureAwait(false);
        }

        return document;
    });

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (LossOf(context.Diagnostics[0]) is not { } id
            || await LossInDocument.FindAsync(context.Document, id, context.CancellationToken).ConfigureAwait(false) is not { } loss
            || FindingOf(loss, context.Diagnostics[0]) is not { } finding)
        {
            return;
        }

        ImmutableArray<LossFix> fixes = LossFixSearch.Find(loss, finding, context.CancellationToken);
        SourceText text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        for (int rank = 0; rank < fixes.Length; rank++)
        {
            LossFix fix = fixes[rank];
            context.RegisterCodeFix(
                CodeAction.Create(fix.Title, _ => Task.FromResult(context.Document.WithText(text.WithChanges(fix.Changes))), $"{GetType().Name}{rank}"),
                context.Diagnostics);
        }
    }

    private async Task<Document> MendAsync(Document document, string id, CancellationToken cancellationToken)
    {
        if (await LossInDocument.FindAsync(document, id, cancellationToken).ConfigureAwait(false) is not { } start)
        {
            return document;
        }

        LossInDocument loss = start;
        for (int edit = 0; edit < MostEdits; edit++)
        {
            LossFix? fix = loss.Report.Findings.Items
                .Where(finding => finding.Kind == _kind)
                .SelectMany(finding => LossFixSearch.Find(loss, finding, cancellationToken).Take(1))
                .FirstOrDefault();
            if (fix is null || loss.After(loss.Tree.GetText(cancellationToken).WithChanges(fix.Changes), cancellationToken) is not { } next)
            {
                break;
            }

            loss = next;
        }

        return loss == start ? document : document.WithText(loss.Tree.GetText(cancellationToken));
    }

    private Finding? FindingOf(LossInDocument loss, Diagnostic diagnostic) => loss.Report.Findings.Items.FirstOrDefault(finding =>
        finding.Kind == _kind && finding.Culprit.ToString() == diagnostic.Properties[FindingProperties.Culprit]);

    private static string? LossOf(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(FindingProperties.Loss, out string? id) ? id : null;
}
