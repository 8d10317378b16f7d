using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Suggests the function that keeps all digits where the formula spells it out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StableNameExistsAnalyzer() : StabilityRuleAnalyzer(StabilityDescriptors.StableNameExists, FindingKind.StableNameExists);
