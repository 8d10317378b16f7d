using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Reports constants that are meant as guards and are lost in the rounding to float.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VanishingEpsilonAnalyzer() : StabilityRuleAnalyzer(StabilityDescriptors.VanishingEpsilon, FindingKind.VanishingEpsilon);
