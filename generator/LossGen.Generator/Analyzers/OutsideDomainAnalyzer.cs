using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Reports functions of arguments that they have no value for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutsideDomainAnalyzer() : StabilityRuleAnalyzer(StabilityDescriptors.OutsideDomain, FindingKind.OutsideDomain);
