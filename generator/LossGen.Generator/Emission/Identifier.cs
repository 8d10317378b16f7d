using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Emission;

/// <summary>Names as C# identifiers.</summary>
internal static class Identifier
{
    /// <summary>The type parameters and methods of kernels and passes, and what every type inherits.</summary>
    private static readonly ImmutableHashSet<string> TakenInKernels =
    [
        "T", "V", "TExponent", "TElement", "TOrder", "TOther", "TRow", "TSink", "FirstStage", "Step", "Add", "NextRowOf", "TakeResults", KernelEmitter.Method, .. KernelEmitter.Names,
        nameof(Equals), nameof(GetHashCode), nameof(GetType), nameof(ToString), nameof(MemberwiseClone), nameof(ReferenceEquals), "Finalize",
    ];

    /// <summary>The name, with @ where it is a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>The name of the property or field for a parameter: <c>delta</c> → <c>Delta</c>.</summary>
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>The name of a field of a kernel or of one of its passes, where <c>t</c> must not become the type <c>T</c>, nor <c>step</c> the method <c>Step</c>.</summary>
    public static string Field(string name) => Pascal(name) is var field && TakenInKernels.Contains(field) ? $"{field}Field" : field;
}
