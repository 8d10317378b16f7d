using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LossGen.CodeFixes;

/// <summary>Calls the function that was meant: <c>Ln(p)</c> becomes <c>Log(p)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownFunctionFix))]
[Shared]
public sealed class UnknownFunctionFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.UnknownFunction.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => SuggestedName.OfferAsync(context, nameof(UnknownFunctionFix));
}
