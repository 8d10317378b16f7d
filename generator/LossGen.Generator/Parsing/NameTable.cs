using System.Collections.Concurrent;
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
internal sealed class NameTable
{
    private static readonly ConditionalWeakTable<Compilation, NameTable> Tables = new();

    private readonly ConcurrentDictionary<(string Surroundings, string Name), ImmutableArray<ISymbol>> _meanings = new();

    private NameTable()
    {
    }

    public static NameTable Of(Compilation compilation) => Tables.GetValue(compilation, static _ => new NameTable());

    /// <summary>The symbols that a name means where a top-level type is declared: types, namespaces, and members that are in scope by <c>using static</c>.</summary>
    public ImmutableArray<ISymbol> Find(Compilation compilation, SyntaxNode outermost, string surroundings, string name) =>
        _meanings.GetOrAdd((surroundings, name), key => Lookup(compilation, outermost, key.Name));

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

    private static ImmutableArray<ISymbol> Lookup(Compilation compilation, SyntaxNode outermost, string name)
    {
        int position = outermost is TypeDeclarationSyntax type ? type.Keyword.SpanStart : outermost.SpanStart;
        return compilation.GetSemanticModel(outermost.SyntaxTree)
            .LookupSymbols(position, name: name)
            .Select(static symbol => symbol is IAliasSymbol alias ? alias.Target : symbol)
            .ToImmutableArray<ISymbol>();
    }
}
