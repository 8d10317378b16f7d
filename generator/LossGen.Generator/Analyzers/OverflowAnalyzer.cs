using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Reports operations whose result is beyond the largest float where the loss is not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OverflowAnalyzer() : StabilityRuleAnalyzer(StabilityDescriptors.Overflow, FindingKind.Overflow);
