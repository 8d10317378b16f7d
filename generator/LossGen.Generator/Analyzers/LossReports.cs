using System;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Parsing;
using LossGen.Generator.Stability.Fixes;
using LossGen.Generator.Stability.Learning;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Analyzers;

/// <summary>
/// The reports of a compilation's losses. Each loss is parsed once for all rules, and analysed once as long as its formula stays the same: an
/// edit elsewhere makes a new compilation, but not a new analysis.
/// </summary>
internal static class LossReports
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ISymbol, Entry>> Known = new();

    private static readonly RecentResults<LossModel, (EquatableArray<Finding> Findings, EquatableArray<LearningFinding> Learning)> Analysed = new();

    /// <summary>The report on a declared loss; null if the symbol is none, or one with errors.</summary>
    public static LossReport? Of(ISymbol symbol, Compilation compilation, CancellationToken cancellationToken)
    {
        if (LossTypes.FindAttribute(symbol) is not { } attribute
            || attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).Parent?.Parent is not { } declaration)
        {
            return null;
        }

        Entry entry = Known.GetOrCreateValue(compilation).GetOrAdd(symbol, static _ => new Entry());
        lock (entry)
        {
            if (!entry.IsMade)
            {
                FormulaOrigins origins = new();
                ParseSession session = new(compilation, report: null, cancellationToken, origins);
                entry.Report = LossParser.Parse(session, declaration, symbol, attribute) is { } model
                    ? Analyse(model, origins, cancellationToken)
                    : null;
                entry.IsMade = true;
            }

            return entry.Report;
        }
    }

    private static LossReport Analyse(LossModel model, FormulaOrigins origins, CancellationToken cancellationToken)
    {
        (EquatableArray<Finding> findings, EquatableArray<LearningFinding> learning) = Analysed.GetOrCompute(model, _ =>
        {
            Lazy<Derivation> rewritten = new(() => Derivation.Of(model with { Options = model.Options with { Stabilize = true } }));
            EquatableArray<Finding> failures = StabilityAnalysis.Of(model, rewritten, cancellationToken);
            return (failures.Items.AddRange(StableNames.Of(model, failures)).ToEquatableArray(), LearningAnalysis.Of(model, rewritten.Value, cancellationToken));
        });
        return new LossReport(model, origins, findings, learning);
    }

    /// <summary>The report on one loss, made by the first rule that asks for it.</summary>
    private sealed class Entry
    {
        public bool IsMade { get; set; }

        public LossReport? Report { get; set; }
    }
}
