using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Reports predictions that the loss has no slope in.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GradientIsZeroAnalyzer() : LearningRuleAnalyzer(StabilityDescriptors.GradientIsZero, FindingKind.GradientIsZero);
