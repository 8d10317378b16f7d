using System.Composition;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes.Stability;

/// <summary>Mends an argument outside a function's domain.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OutsideDomainFix))]
[Shared]
public sealed class OutsideDomainFix() : StabilityFix(StabilityDescriptors.OutsideDomain, FindingKind.OutsideDomain);
