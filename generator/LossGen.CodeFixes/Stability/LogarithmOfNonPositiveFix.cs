using System.Composition;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes.Stability;

/// <summary>Mends a logarithm of a number that is not positive.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogarithmOfNonPositiveFix))]
[Shared]
public sealed class LogarithmOfNonPositiveFix() : StabilityFix(StabilityDescriptors.LogarithmOfNonPositive, FindingKind.LogarithmOfNonPositive);
