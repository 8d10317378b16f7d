using System.Linq;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>Recognises the types and attributes that mean something to the language.</summary>
internal static class LanguageSymbols
{
    public const string LossAttribute = "LossGen.LossAttribute";

    public static bool IsLossAttribute(ISymbol? type) => IsRuntimeType(type, "LossAttribute");

    public static bool IsLossFunctionAttribute(ISymbol? type) => IsRuntimeType(type, "LossFunctionAttribute");

    public static bool IsLossMath(ISymbol? type) => IsRuntimeType(type, "LossMath");

    /// <summary>Whether the type has static methods that compute on floating-point numbers as <c>LossMath</c> does.</summary>
    public static bool IsBaseClassMath(ISymbol? type) =>
        type is { Name: "Math" or "MathF" or "Single" or "Double", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether the method is part of the language because its author says so.</summary>
    public static bool IsCallable(IMethodSymbol method) =>
        !IsLossMath(method.ContainingType) && !IsBaseClassMath(method.ContainingType)
        && method.GetAttributes().Any(static attribute => IsLossAttribute(attribute.AttributeClass) || IsLossFunctionAttribute(attribute.AttributeClass));

    /// <summary>The term that a C# type stands for, or null if the language does not have it.</summary>
    public static TermType? TermTypeOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Single or SpecialType.System_Double => TermType.Real,
        SpecialType.System_Int32 => TermType.Integer,
        SpecialType.System_Boolean => TermType.Condition,
        _ when IsRuntimeType(type, "Row") => TermType.Row,
        _ when IsRuntimeType(type, "RowCondition") => TermType.RowCondition,
        _ => null,
    };

    private static bool IsRuntimeType(ISymbol? type, string name) =>
        type is not null && type.Name == name && type.ContainingType is null
        && type.ContainingNamespace is { Name: "LossGen", ContainingNamespace.IsGlobalNamespace: true };
}
