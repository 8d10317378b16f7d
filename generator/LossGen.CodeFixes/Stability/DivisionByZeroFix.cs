using System.Composition;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes.Stability;

/// <summary>Mends a division by zero.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DivisionByZeroFix))]
[Shared]
public sealed class DivisionByZeroFix() : StabilityFix(StabilityDescriptors.DivisionByZero, FindingKind.DivisionByZero);
