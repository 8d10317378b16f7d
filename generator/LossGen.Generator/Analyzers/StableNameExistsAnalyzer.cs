using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Fixes;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Suggests the function that keeps all digits where the formula spells it out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StableNameExistsAnalyzer() : LossRuleAnalyzer(StabilityDescriptors.StableNameExists)
{
    private protected override IEnumerable<Diagnostic> Diagnose(LossReport report, ISymbol loss) =>
        report.Findings.Items.Where(static finding => finding.Kind == FindingKind.StableNameExists).Select(finding => Diagnostic.Create(
            Rule,
            report.Locate(finding.Culprit, loss).Place,
            FindingProperties.Of(finding, loss),
            FindingText.TextOf(report, finding.Culprit),
            StableNames.NameOf(finding.Culprit)));
}
