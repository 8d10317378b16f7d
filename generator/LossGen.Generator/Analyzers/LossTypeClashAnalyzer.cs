using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using LossGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Reports losses that would become the same class. One loss cannot know, so this looks at all of them together.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LossTypeClashAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DiagnosticDescriptors.SharedClass];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            ConcurrentBag<(string File, ISymbol Symbol, LossModel Model)> losses = [];
            start.RegisterSymbolAction(symbol => Collect(symbol, losses), SymbolKind.Method, SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => Report(end, losses));
        });
    }

    private static void Collect(SymbolAnalysisContext context, ConcurrentBag<(string File, ISymbol Symbol, LossModel Model)> losses)
    {
        if (LossTypes.FindAttribute(context.Symbol) is { } attribute
            && attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).Parent?.Parent is { } node
            && LossParser.Parse(node, context.Symbol, attribute, context.Compilation, report: null, context.CancellationToken) is { } model)
        {
            losses.Add((HintNames.Of(model.Type), context.Symbol, model));
        }
    }

    private static void Report(CompilationAnalysisContext context, IEnumerable<(string File, ISymbol Symbol, LossModel Model)> losses)
    {
        foreach (IGrouping<string, (string File, ISymbol Symbol, LossModel Model)> group in losses.GroupBy(static loss => loss.File, StringComparer.OrdinalIgnoreCase).Where(static group => group.Count() > 1))
        {
            foreach ((_, ISymbol symbol, LossModel model) in group)
            {
                string others = string.Join(", ", group
                    .Where(other => !SymbolEqualityComparer.Default.Equals(other.Symbol, symbol))
                    .Select(static other => $"'{other.Symbol.ToDisplayString()}'")
                    .OrderBy(static name => name, StringComparer.Ordinal));
                context.ReportDiagnostic(Diagnostic.Create(
                    DiagnosticDescriptors.SharedClass,
                    symbol.Locations[0],
                    model.Type.Header.Name,
                    others));
            }
        }
    }
}
