using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Reports logarithms of numbers that are zero or negative at some allowed input.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogarithmOfNonPositiveAnalyzer() : StabilityRuleAnalyzer(StabilityDescriptors.LogarithmOfNonPositive, FindingKind.LogarithmOfNonPositive);
