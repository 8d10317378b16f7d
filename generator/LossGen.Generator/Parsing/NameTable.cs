using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>
/// What simple names mean outside of types, for one compilation. Files of one namespace with the same using directives give names the
/// same meaning, so that hundreds of losses share a handful of lookups.
/// </summary>
/// <remarks>
/// The rules are those of C# (§12.8.4, simple names). <see cref="SemanticModel.LookupSymbols"/> knows them, too, but goes through every type
/// of every imported namespace for each name: some 10 ms where this takes microseconds.
/// </remarks>
internal sealed class NameTable
{
    private static readonly ConditionalWeakTable<Compilation, NameTable> Tables = new();

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<string, ImmutableArray<NameLevel>> _levels = new();
    private readonly ConcurrentDictionary<(string Surroundings, string Name), ImmutableArray<IMethodSymbol>> _methods = new();
    private readonly ConcurrentDictionary<(string Surroundings, string Name), ImmutableArray<ISymbol>> _others = new();
    private ImmutableArray<UsingDirectiveSyntax> _globalUsings;

    private NameTable(Compilation compilation) => _compilation = compilation;

    public static NameTable Of(Compilation compilation) => Tables.GetValue(compilation, static key => new NameTable(key));

    /// <summary>The methods that are in scope by <c>using static</c> where a top-level type is declared.</summary>
    public ImmutableArray<IMethodSymbol> FindMethods(SyntaxNode outermost, string surroundings, string name) => _methods.GetOrAdd(
        (surroundings, name),
        key => First(outermost, surroundings, level => level.FindMethods(key.Name).Where(IsAccessible)));

    /// <summary>The types, namespaces and static members other than methods that a name means where a top-level type is declared.</summary>
    public ImmutableArray<ISymbol> FindOthers(SyntaxNode outermost, string surroundings, string name) => _others.GetOrAdd(
        (surroundings, name),
        key => First(outermost, surroundings, level => level.FindOthers(key.Name).Where(IsAccessible)));

    /// <summary>Whatever decides the meaning of names around a top-level declaration, as text.</summary>
    public static string Surroundings(SyntaxNode outermost)
    {
        StringBuilder text = new();
        for (SyntaxNode? node = outermost.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case BaseNamespaceDeclarationSyntax @namespace:
                    text.Append("namespace ").Append(@namespace.Name).Append(';').Append(@namespace.Usings.ToFullString());
                    break;
                case CompilationUnitSyntax unit:
                    text.Append(unit.Usings.ToFullString());
                    if (HasFileLocalTypes(unit))
                    {
                        text.Append(unit.SyntaxTree.FilePath);
                    }

                    break;
            }
        }

        return text.ToString();
    }

    private static bool HasFileLocalTypes(CompilationUnitSyntax unit) => unit
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<BaseTypeDeclarationSyntax>()
        .Any(static type => type.Modifiers.Any(SyntaxKind.FileKeyword));

    private bool IsAccessible(ISymbol symbol) => symbol is INamespaceSymbol || _compilation.IsSymbolAccessibleWithin(symbol, _compilation.Assembly);

    private ImmutableArray<T> First<T>(SyntaxNode outermost, string surroundings, System.Func<NameLevel, IEnumerable<T>> find)
        where T : ISymbol
    {
        foreach (NameLevel level in _levels.GetOrAdd(surroundings, _ => Levels(outermost)))
        {
            ImmutableArray<T> found = [.. find(level)];
            if (found.Length > 0)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>The namespaces around a declaration, innermost first, each with what is imported there.</summary>
    private ImmutableArray<NameLevel> Levels(SyntaxNode outermost)
    {
        SemanticModel semantics = _compilation.GetSemanticModel(outermost.SyntaxTree);
        ImmutableArray<NameLevel>.Builder levels = ImmutableArray.CreateBuilder<NameLevel>();
        for (SyntaxNode? node = outermost.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case BaseNamespaceDeclarationSyntax declaration when semantics.GetDeclaredSymbol(declaration) is INamespaceSymbol inner:
                    levels.Add(NameLevel.Of(Whole(inner), declaration.Usings, semantics));
                    INamespaceSymbol current = inner;

                    // namespace A.B { } opens A, too, where nothing is imported.
                    for (NameSyntax name = declaration.Name; name is QualifiedNameSyntax qualified; name = qualified.Left)
                    {
                        current = current.ContainingNamespace;
                        levels.Add(NameLevel.Of(Whole(current), [], semantics));
                    }

                    break;
                case CompilationUnitSyntax unit:
                    levels.Add(NameLevel.Of(_compilation.GlobalNamespace, unit.Usings.Where(static directive => directive.GlobalKeyword.RawKind == 0), semantics, GlobalUsings()));
                    break;
            }
        }

        return levels.ToImmutable();
    }

    /// <summary>The namespace with what references declare in it; a declaration knows only what this assembly does.</summary>
    private INamespaceSymbol Whole(INamespaceSymbol declared) => _compilation.GetCompilationNamespace(declared) ?? declared;

    private ImmutableArray<UsingDirectiveSyntax> GlobalUsings()
    {
        if (_globalUsings.IsDefault)
        {
            _globalUsings =
            [
                .. _compilation.SyntaxTrees
                    .Select(static tree => tree.GetRoot())
                    .OfType<CompilationUnitSyntax>()
                    .SelectMany(static unit => unit.Usings)
                    .Where(static directive => directive.GlobalKeyword.RawKind != 0),
            ];
        }

        return _globalUsings;
    }
}
