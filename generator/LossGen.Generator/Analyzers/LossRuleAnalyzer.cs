using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>A rule about losses that are in the language. What it reports is found once for all rules.</summary>
public abstract class LossRuleAnalyzer : DiagnosticAnalyzer
{
    private protected LossRuleAnalyzer(DiagnosticDescriptor rule)
    {
        Rule = rule;
        SupportedDiagnostics = [rule];
    }

    private protected DiagnosticDescriptor Rule { get; }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.Method, SymbolKind.NamedType);
    }

    private protected abstract IEnumerable<Diagnostic> Diagnose(LossReport report, ISymbol loss);

    private void Analyze(SymbolAnalysisContext context)
    {
        if (LossReports.Of(context.Symbol, context.Compilation, context.CancellationToken) is not { } report)
        {
            return;
        }

        // One formula may fail in one way at several inputs, and one helper may be copied into it more than once.
        HashSet<Location> reported = [];
        foreach (Diagnostic diagnostic in Diagnose(report, context.Symbol))
        {
            if (reported.Add(diagnostic.Location))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }
}
