using System.Composition;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes.Stability;

/// <summary>Mends a formula that has a stable name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StableNameExistsFix))]
[Shared]
public sealed class StableNameExistsFix() : StabilityFix(StabilityDescriptors.StableNameExists, FindingKind.StableNameExists);
