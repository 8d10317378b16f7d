using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Reports formulas with a right value and a wrong derivative.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GradientOfStableValueAnalyzer() : StabilityRuleAnalyzer(StabilityDescriptors.GradientOfStableValue, FindingKind.GradientOfStableValue);
