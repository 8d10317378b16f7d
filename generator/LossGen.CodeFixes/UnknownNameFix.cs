using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>Writes the name that was meant: with a parameter <c>delta</c>, <c>dleta</c> becomes <c>delta</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownNameFix))]
[Shared]
public sealed class UnknownNameFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.UnknownName.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => SuggestedName.OfferAsync(context, nameof(UnknownNameFix));
}
