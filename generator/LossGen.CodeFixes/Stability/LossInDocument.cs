using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.CodeFixes.Stability;

/// <summary>A loss in a file as it stands, or as it would stand after an edit.</summary>
/// <param name="Compilation">The compilation.</param>
/// <param name="Tree">The file.</param>
/// <param name="Symbol">The loss's method or type.</param>
/// <param name="Report">What is known about the loss.</param>
internal sealed record LossInDocument(Compilation Compilation, SyntaxTree Tree, ISymbol Symbol, LossReport Report)
{
    /// <summary>The loss of a documentation id; null if it is not in the file, or has errors.</summary>
    public static async Task<LossInDocument?> FindAsync(Document document, string id, CancellationToken cancellationToken) =>
        await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false) is { } tree
        && await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation
            ? Find(compilation, tree, id, cancellationToken)
            : null;

    /// <summary>The loss of a documentation id in a compilation of one file.</summary>
    public static LossInDocument? Find(Compilation compilation, string id, CancellationToken cancellationToken) =>
        Find(compilation, compilation.SyntaxTrees.Single(), id, cancellationToken);

    /// <summary>The loss after an edit of its file; null if the edit breaks it.</summary>
    public LossInDocument? After(SourceText text, CancellationToken cancellationToken)
    {
        SyntaxTree tree = Tree.WithChangedText(text);
        return Find(Compilation.ReplaceSyntaxTree(Tree, tree), tree, Symbol.GetDocumentationCommentId()!, cancellationToken);
    }

    /// <summary>Whether the C# compiler has errors to report where the loss is declared. (The string of an attribute is the language's own matter.)</summary>
    public bool HasErrors(CancellationToken cancellationToken) =>
        Symbol is IMethodSymbol && Symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == Tree
            && Compilation.GetSemanticModel(Tree).GetDiagnostics(reference.Span, cancellationToken).Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

    private static LossInDocument? Find(Compilation compilation, SyntaxTree tree, string id, CancellationToken cancellationToken) =>
        DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is { } symbol
        && symbol.Locations.Any(location => location.SourceTree == tree)
        && LossReports.Of(symbol, compilation, cancellationToken) is { } report
            ? new(compilation, tree, symbol, report)
            : null;
}
