using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Reports functions with a finite value and no finite derivative at some allowed input.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnboundedGradientAnalyzer() : StabilityRuleAnalyzer(StabilityDescriptors.UnboundedGradient, FindingKind.UnboundedGradient);
