using System.Collections.Immutable;
using LossGen.Generator.Emission;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>The runtime's base classes of generated losses, by which analyzers, which run after the generator, know its output.</summary>
internal static class RuntimeBases
{
    private static readonly ImmutableArray<string> Names = [BaseClass.Any, BaseClass.Scalar, BaseClass.Row, BaseClass.Classification];

    /// <summary>Whether a type is one of them.</summary>
    public static bool Contains(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "LossGen", ContainingNamespace.IsGlobalNamespace: true } && Names.Contains(type.Name);

    /// <summary>Whether the author's part of a class derives from a class.</summary>
    public static bool IsDerivedByAuthor(INamedTypeSymbol? part) =>
        part is { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object } type } && !Contains(type);
}
