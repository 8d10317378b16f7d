using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>
/// What names that are no parameters or locals mean at a declaration: first the members of the types around it, then what
/// its namespace and using directives bring into scope.
/// </summary>
internal sealed class NameScope
{
    private readonly Compilation _compilation;
    private readonly NameTable _table;
    private readonly INamedTypeSymbol? _type;
    private readonly SyntaxNode _outermost;
    private readonly string _surroundings;

    /// <summary>The names at a declaration.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="type">The innermost type around the text; for an expression in a type's attribute that type itself.</param>
    /// <param name="declaration">The declaration of the loss or function.</param>
    public NameScope(Compilation compilation, INamedTypeSymbol? type, SyntaxNode declaration)
    {
        _compilation = compilation;
        _table = NameTable.Of(compilation);
        _type = type;
        _outermost = declaration.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().LastOrDefault() ?? declaration;
        _surroundings = NameTable.Surroundings(_outermost);
    }

    /// <summary>The methods that a simple name may call; members that cannot be called do not hide them.</summary>
    public ImmutableArray<IMethodSymbol> FindMethods(string name)
    {
        ImmutableArray<IMethodSymbol> members =
            [.. FindInTypes(name, static symbol => symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary }).Cast<IMethodSymbol>()];
        return members.IsEmpty ? _table.FindMethods(_outermost, _surroundings, name) : members;
    }

    /// <summary>The field, property, type or the like that a simple name means, or null.</summary>
    public ISymbol? FindValue(string name)
    {
        ImmutableArray<ISymbol> members = FindInTypes(name, static symbol => symbol is not IMethodSymbol);
        return (members.IsEmpty ? _table.FindOthers(_outermost, _surroundings, name) : members).FirstOrDefault();
    }

    /// <summary>The type or namespace that an expression names, or null.</summary>
    public INamespaceOrTypeSymbol? FindContainer(ExpressionSyntax expression) => expression switch
    {
        PredefinedTypeSyntax predefined => FindPredefined(predefined),
        IdentifierNameSyntax identifier =>
            FindTypeOrNamespace(identifier.Identifier.ValueText),
        AliasQualifiedNameSyntax { Alias.Identifier.ValueText: "global" } global =>
            FindMember(_compilation.GlobalNamespace, global.Name),
        QualifiedNameSyntax qualified => FindContainer(qualified.Left) is { } left ? FindMember(left, qualified.Right) : null,
        MemberAccessExpressionSyntax access => FindContainer(access.Expression) is { } container ? FindMember(container, access.Name) : null,
        _ => null,
    };

    /// <summary>The members of a type and its base types that the text may use, the most derived first.</summary>
    public IEnumerable<ISymbol> FindMembers(INamespaceOrTypeSymbol container, string name)
    {
        for (INamespaceOrTypeSymbol? current = container; current is not null; current = (current as INamedTypeSymbol)?.BaseType)
        {
            // The names of a type are known before its members are; few names are members.
            foreach (ISymbol member in current is INamedTypeSymbol type && !type.MemberNames.Contains(name) && type.GetTypeMembers(name).IsEmpty ? [] : current.GetMembers(name))
            {
                if (_type is null || member is INamespaceSymbol || _compilation.IsSymbolAccessibleWithin(member, _type))
                {
                    yield return member;
                }
            }
        }
    }

    private static INamespaceOrTypeSymbol? FindMember(INamespaceOrTypeSymbol container, SimpleNameSyntax name) =>
        name is IdentifierNameSyntax ? container.GetMembers(name.Identifier.ValueText).OfType<INamespaceOrTypeSymbol>().FirstOrDefault() : null;

    private INamedTypeSymbol? FindPredefined(PredefinedTypeSyntax type) => type.Keyword.ValueText switch
    {
        "float" => _compilation.GetSpecialType(SpecialType.System_Single),
        "double" => _compilation.GetSpecialType(SpecialType.System_Double),
        "int" => _compilation.GetSpecialType(SpecialType.System_Int32),
        "bool" => _compilation.GetSpecialType(SpecialType.System_Boolean),
        _ => null,
    };

    private INamespaceOrTypeSymbol? FindTypeOrNamespace(string name)
    {
        ImmutableArray<ISymbol> nested = FindInTypes(name, static symbol => symbol is INamedTypeSymbol);
        return (nested.IsEmpty ? _table.FindOthers(_outermost, _surroundings, name) : nested).OfType<INamespaceOrTypeSymbol>().FirstOrDefault();
    }

    /// <summary>The members of that name of the innermost type around the text that has any.</summary>
    private ImmutableArray<ISymbol> FindInTypes(string name, Func<ISymbol, bool> isWanted)
    {
        for (INamedTypeSymbol? type = _type; type is not null; type = type.ContainingType)
        {
            ImmutableArray<ISymbol> members = [.. FindMembers(type, name).Where(isWanted)];
            if (members.Length > 0)
            {
                return members;
            }
        }

        return [];
    }
}
