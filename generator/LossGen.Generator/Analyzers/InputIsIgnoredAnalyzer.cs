using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Reports inputs that the loss mentions and does not depend on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InputIsIgnoredAnalyzer() : LearningRuleAnalyzer(StabilityDescriptors.InputIsIgnored, FindingKind.InputIsIgnored);
