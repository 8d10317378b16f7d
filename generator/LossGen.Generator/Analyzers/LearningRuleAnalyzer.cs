using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Analyzers;

/// <summary>A rule about what a model can learn from a loss. It stands at the parameter or the part of the formula that it is about.</summary>
public abstract class LearningRuleAnalyzer : LossRuleAnalyzer
{
    private readonly FindingKind _kind;

    private protected LearningRuleAnalyzer(DiagnosticDescriptor rule, FindingKind kind)
        : base(rule) => _kind = kind;

    private protected sealed override IEnumerable<Diagnostic> Diagnose(LossReport report, ISymbol loss) =>
        report.Learning.Items.Where(finding => finding.Kind == _kind).Select(finding =>
        {
            Location place = finding switch
            {
                { Input: { } input } => report.Origins.LocationOf(input) ?? loss.Locations[0],
                { Culprit: { } culprit } => report.Locate(culprit, loss).Place,
                _ => loss.Locations[0],
            };
            IEnumerable<string> arguments = finding.Input is { } subject ? finding.Details.Items.Insert(0, subject.Name) : finding.Details.Items;
            return Diagnostic.Create(Rule, place, [.. arguments.Cast<object>()]);
        });
}
