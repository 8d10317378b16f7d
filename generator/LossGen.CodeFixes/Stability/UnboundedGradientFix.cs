using System.Composition;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes.Stability;

/// <summary>Mends an unbounded gradient.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnboundedGradientFix))]
[Shared]
public sealed class UnboundedGradientFix() : StabilityFix(StabilityDescriptors.UnboundedGradient, FindingKind.UnboundedGradient);
