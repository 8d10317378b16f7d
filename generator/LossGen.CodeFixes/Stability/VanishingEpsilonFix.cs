using System.Composition;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes.Stability;

/// <summary>Mends a constant that vanishes in single precision.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(VanishingEpsilonFix))]
[Shared]
public sealed class VanishingEpsilonFix() : StabilityFix(StabilityDescriptors.VanishingEpsilon, FindingKind.VanishingEpsilon);
