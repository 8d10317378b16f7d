using System.Collections.Immutable;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Analyzers;

/// <summary>What a diagnostic tells its fix: which loss it is about, and which part of it.</summary>
internal static class FindingProperties
{
    /// <summary>The documentation id of the loss's method or type.</summary>
    public const string Loss = "Loss";

    /// <summary>The culprit, printed as mathematics.</summary>
    public const string Culprit = "Culprit";

    public static ImmutableDictionary<string, string?> Of(Finding finding, ISymbol loss) => ImmutableDictionary<string, string?>.Empty
        .Add(Loss, loss.GetDocumentationCommentId())
        .Add(Culprit, finding.Culprit.ToString());
}
