using System.Collections.Immutable;
using LossGen.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Testing;

/// <summary>Runs analyzers. One that throws fails the test.</summary>
public static class AnalyzerRunner
{
    /// <summary>The analyzers of the loss language.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Language { get; } = [new LossLanguageAnalyzer(), new LossTypeClashAnalyzer()];

    /// <summary>The analyzers of what a loss computes (LG1xxx) and of what can be learned from it (LG2xxx).</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Rules { get; } =
    [
        .. typeof(LossRuleAnalyzer).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(LossRuleAnalyzer)) && !type.IsAbstract)
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>What the analyzers report, by file and position.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(
        CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellationToken)
    {
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]),
            onAnalyzerException: static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer.GetType().Name} threw.", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return
        [
            .. diagnostics
                .OrderBy(static diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }
}
