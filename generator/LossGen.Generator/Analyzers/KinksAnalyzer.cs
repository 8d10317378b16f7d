using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Reports where the loss is not differentiable, and which derivative it has there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KinksAnalyzer() : LearningRuleAnalyzer(StabilityDescriptors.Kinks, FindingKind.Kinks);
