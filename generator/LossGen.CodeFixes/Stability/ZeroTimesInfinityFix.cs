using System.Composition;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes.Stability;

/// <summary>Mends zero times infinity.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ZeroTimesInfinityFix))]
[Shared]
public sealed class ZeroTimesInfinityFix() : StabilityFix(StabilityDescriptors.ZeroTimesInfinity, FindingKind.ZeroTimesInfinity);
