using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>A namespace around a declaration and what its using directives import.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Aliases">What <c>using X = …</c> names.</param>
/// <param name="Namespaces">What <c>using N</c> imports types from.</param>
/// <param name="Types">What <c>using static T</c> imports members from.</param>
internal sealed record NameLevel(
    INamespaceSymbol Namespace,
    ImmutableDictionary<string, INamespaceOrTypeSymbol> Aliases,
    ImmutableArray<INamespaceSymbol> Namespaces,
    ImmutableArray<INamedTypeSymbol> Types)
{
    public static NameLevel Of(
        INamespaceSymbol @namespace, IEnumerable<UsingDirectiveSyntax> usings, SemanticModel semantics, IEnumerable<UsingDirectiveSyntax>? globalUsings = null)
    {
        ImmutableDictionary<string, INamespaceOrTypeSymbol>.Builder aliases = ImmutableDictionary.CreateBuilder<string, INamespaceOrTypeSymbol>();
        List<INamespaceSymbol> namespaces = [];
        List<INamedTypeSymbol> types = [];
        foreach (UsingDirectiveSyntax directive in usings.Concat(globalUsings ?? []))
        {
            SemanticModel model = directive.SyntaxTree == semantics.SyntaxTree ? semantics : semantics.Compilation.GetSemanticModel(directive.SyntaxTree);
            ISymbol? symbol = model.GetSymbolInfo(directive.NamespaceOrType).Symbol;
            if (directive.Alias is { } alias)
            {
                if (symbol is INamespaceOrTypeSymbol target)
                {
                    aliases[alias.Name.Identifier.ValueText] = target;
                }
            }
            else if (symbol is INamespaceSymbol imported)
            {
                namespaces.Add(imported);
            }
            else if (symbol is INamedTypeSymbol type && directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword))
            {
                types.Add(type);
            }
        }

        return new NameLevel(@namespace, aliases.ToImmutable(), [.. namespaces], [.. types]);
    }

    public IEnumerable<IMethodSymbol> FindMethods(string name) =>
        Types.SelectMany(type => type.GetMembers(name)).OfType<IMethodSymbol>().Where(static method => method is { IsStatic: true, IsExtensionMethod: false });

    /// <summary>The namespace's own members hide what is imported into it.</summary>
    public IEnumerable<ISymbol> FindOthers(string name)
    {
        ImmutableArray<ISymbol> own = [.. Namespace.GetMembers(name).Where(IsPlain)];
        return own.Length > 0 ? own
            : Aliases.TryGetValue(name, out INamespaceOrTypeSymbol? alias) ? [alias]
            : Namespaces.SelectMany(imported => imported.GetTypeMembers(name, 0)).Concat<ISymbol>(
                Types.SelectMany(type => type.GetMembers(name)).Where(static member => member is INamedTypeSymbol || (member.IsStatic && member is not IMethodSymbol)));
    }

    private static bool IsPlain(INamespaceOrTypeSymbol symbol) => symbol is not INamedTypeSymbol { Arity: > 0 };
}
