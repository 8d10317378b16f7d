using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Whether the name of a class to be generated is free. Analyzers run after generators, so what this generator made does not count.</summary>
internal static class GeneratedTypeNames
{
    /// <summary>What stands in the way of a class of this name beside the method's type, to end a message with; null if nothing does.</summary>
    public static string? FindObstacle(IMethodSymbol method, string name)
    {
        if (method.ContainingNamespace.GetNamespaceMembers().Any(@namespace => @namespace.Name == name))
        {
            return "there is a namespace of that name";
        }

        INamedTypeSymbol? existing = FindDeclared(method.ContainingNamespace, name);
        return existing switch
        {
            null => null,
            _ when LossTypes.FindAttribute(existing) is not null => "another loss has that name",
            { TypeKind: not TypeKind.Class } or { IsRecord: true } or { IsStatic: true } or { IsAbstract: true } => "a type of another kind has that name",
            _ when !IsPartial(existing) => "a class of that name is not partial",
            _ when existing.InstanceConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared && IsDeclaredByUser(constructor)) =>
                "a class of that name has constructors of its own",
            _ => null,
        };
    }

    /// <summary>The part of the class that the author has declared, or null.</summary>
    public static INamedTypeSymbol? FindOwnPart(INamespaceSymbol @namespace, string name) => FindDeclared(@namespace, name);

    private static INamedTypeSymbol? FindDeclared(INamespaceSymbol @namespace, string name) =>
        @namespace.GetTypeMembers(name, 0).FirstOrDefault(IsDeclaredByUser);

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(static reference =>
        reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Whether this generator made the symbol, or the part of it that can be seen.</summary>
    public static bool IsGenerated(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Length > 0 && symbol.DeclaringSyntaxReferences.All(static reference => IsOwnOutput(reference.SyntaxTree));

    private static bool IsDeclaredByUser(ISymbol symbol) => !IsGenerated(symbol);

    /// <summary>Whether the file comes from this generator: the compiler names such files assembly/generator/hint.</summary>
    private static bool IsOwnOutput(SyntaxTree tree)
    {
        string path = tree.FilePath.Replace('\\', '/');
        return path.Contains("LossGen.Generator/LossGen.Generator.LossGenerator/");
    }
}
