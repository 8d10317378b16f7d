using System.Composition;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes.Stability;

/// <summary>Mends an unstable gradient of a stable value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GradientOfStableValueFix))]
[Shared]
public sealed class GradientOfStableValueFix() : StabilityFix(StabilityDescriptors.GradientOfStableValue, FindingKind.GradientOfStableValue);
