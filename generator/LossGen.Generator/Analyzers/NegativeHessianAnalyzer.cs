using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Reports second derivatives that are negative at some allowed input.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NegativeHessianAnalyzer() : LearningRuleAnalyzer(StabilityDescriptors.NegativeHessian, FindingKind.NegativeHessian);
