using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Reports losses that a model could lower for ever.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnboundedBelowAnalyzer() : LearningRuleAnalyzer(StabilityDescriptors.UnboundedBelow, FindingKind.UnboundedBelow);
