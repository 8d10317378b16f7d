using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Testing;

/// <summary>Applies code fixes to one file, as an IDE would, to what the analyzers report in it.</summary>
public static class CodeFixRunner
{
    /// <summary>The titles of the fixes on offer, in the order of the diagnostics.</summary>
    public static async Task<ImmutableArray<string>> OffersAsync(CodeFixProvider provider, string source, CancellationToken cancellationToken)
    {
        using AdhocWorkspace workspace = new();
        Document document = AddDocument(workspace, source);
        return [.. (await FindActionsAsync(provider, document, cancellationToken)).Select(static action => action.Title)];
    }

    /// <summary>The file after the first fix on offer.</summary>
    public static async Task<string> ApplyFirstAsync(CodeFixProvider provider, string source, CancellationToken cancellationToken)
    {
        using AdhocWorkspace workspace = new();
        Document document = AddDocument(workspace, source);
        ImmutableArray<CodeAction> actions = await FindActionsAsync(provider, document, cancellationToken);
        return await ApplyAsync(actions[0], document, cancellationToken);
    }

    /// <summary>The file after "fix all in document".</summary>
    public static async Task<string> ApplyAllAsync(CodeFixProvider provider, string source, CancellationToken cancellationToken)
    {
        using AdhocWorkspace workspace = new();
        Document document = AddDocument(workspace, source);
        ImmutableArray<CodeAction> actions = await FindActionsAsync(provider, document, cancellationToken);
        FixAllContext context = new(
            document,
            provider,
            FixAllScope.Document,
            actions[0].EquivalenceKey,
            provider.FixableDiagnosticIds,
            new LanguageDiagnostics(),
            cancellationToken);
        CodeAction all = await provider.GetFixAllProvider()!.GetFixAsync(context) ?? throw new InvalidOperationException("There is nothing to fix.");
        return await ApplyAsync(all, document, cancellationToken);
    }

    private static Document AddDocument(AdhocWorkspace workspace, string source)
    {
        CSharpCompilation template = TestCompilation.Create(source);
        ProjectInfo project = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            template.AssemblyName!,
            template.AssemblyName!,
            LanguageNames.CSharp,
            compilationOptions: template.Options,
            parseOptions: template.SyntaxTrees[0].Options,
            metadataReferences: template.References);
        return workspace.AddProject(project).AddDocument("Source0.cs", source, filePath: "Source0.cs");
    }

    private static async Task<ImmutableArray<CodeAction>> FindActionsAsync(CodeFixProvider provider, Document document, CancellationToken cancellationToken)
    {
        ImmutableArray<CodeAction>.Builder actions = ImmutableArray.CreateBuilder<CodeAction>();
        foreach (Diagnostic diagnostic in await DiagnoseAsync(document.Project, cancellationToken))
        {
            if (provider.FixableDiagnosticIds.Contains(diagnostic.Id))
            {
                await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken));
            }
        }

        return actions.ToImmutable();
    }

    private static async Task<string> ApplyAsync(CodeAction action, Document document, CancellationToken cancellationToken)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(cancellationToken);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await changed.GetDocument(document.Id)!.GetTextAsync(cancellationToken)).ToString();
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(Project project, CancellationToken cancellationToken)
    {
        CSharpCompilation compilation = (CSharpCompilation)(await project.GetCompilationAsync(cancellationToken))!;
        return await AnalyzerRunner.RunAsync(compilation, [.. AnalyzerRunner.Language, .. AnalyzerRunner.Rules], cancellationToken);
    }

    /// <summary>What a fix of all occurrences asks for. The projects have one file each.</summary>
    private sealed class LanguageDiagnostics : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await DiagnoseAsync(project, cancellationToken);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            await DiagnoseAsync(document.Project, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
