using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Reports divisions by numbers that are zero, or too small for the quotient, at some allowed input.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DivisionByZeroAnalyzer() : StabilityRuleAnalyzer(StabilityDescriptors.DivisionByZero, FindingKind.DivisionByZero);
