using System.Composition;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes.Stability;

/// <summary>Mends a cancellation.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CancellationFix))]
[Shared]
public sealed class CancellationFix() : StabilityFix(StabilityDescriptors.Cancellation, FindingKind.Cancellation);
