using System.Composition;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes.Stability;

/// <summary>Mends an overflow.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OverflowFix))]
[Shared]
public sealed class OverflowFix() : StabilityFix(StabilityDescriptors.Overflow, FindingKind.Overflow);
