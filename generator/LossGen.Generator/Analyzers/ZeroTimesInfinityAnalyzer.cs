using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Reports products of zero and infinity that should be zero.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ZeroTimesInfinityAnalyzer() : StabilityRuleAnalyzer(StabilityDescriptors.ZeroTimesInfinity, FindingKind.ZeroTimesInfinity);
