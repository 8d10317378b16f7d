using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Analyzers;

/// <summary>A rule about what rounding makes of a loss at some input. It is a suggestion where the rewrites of generated code avoid that.</summary>
public abstract class StabilityRuleAnalyzer : LossRuleAnalyzer
{
    private readonly FindingKind _kind;

    private protected StabilityRuleAnalyzer(DiagnosticDescriptor rule, FindingKind kind)
        : base(rule) => _kind = kind;

    private protected sealed override IEnumerable<Diagnostic> Diagnose(LossReport report, ISymbol loss) =>
        report.Findings.Items.Where(finding => finding.Kind == _kind).Select(finding =>
        {
            (Location place, ImmutableArray<Location> others) = report.Locate(finding.Culprit, loss);
            return Diagnostic.Create(
                Rule,
                place,
                finding.IsMendedByRewrites && report.Model.Options.Stabilize ? DiagnosticSeverity.Info : Rule.DefaultSeverity,
                others,
                FindingProperties.Of(finding, loss),
                FindingText.Arguments(report, finding));
        });
}
