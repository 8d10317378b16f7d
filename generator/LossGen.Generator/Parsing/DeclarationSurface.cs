using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Generator.Parsing;

/// <summary>
/// All of a file that can change the meaning of text in other files, other than by being copied there: the file without the bodies of
/// its methods and without the formulas in its attributes. Few keystrokes change it.
/// </summary>
internal sealed class DeclarationSurface : IEquatable<DeclarationSurface>
{
    /// <summary>Stands for what is left out, so that a method with a body differs from one without.</summary>
    private const char Omission = '\0';

    private static readonly ConditionalWeakTable<SyntaxTree, DeclarationSurface> Known = new();

    private readonly string _path;
    private readonly ParseOptions _options;
    private readonly string _digest;

    private DeclarationSurface(SyntaxTree tree, string digest)
    {
        _path = tree.FilePath;
        _options = tree.Options;
        _digest = digest;
    }

    public static DeclarationSurface Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!Known.TryGetValue(tree, out DeclarationSurface? surface))
        {
            string digest = Digest(tree, cancellationToken);
            surface = Known.GetValue(tree, key => new DeclarationSurface(key, digest));
        }

        return surface;
    }

    public bool Equals(DeclarationSurface? other) => ReferenceEquals(this, other)
        || (other is not null && _digest == other._digest && _path == other._path && _options.Equals(other._options));

    public override bool Equals(object? obj) => Equals(obj as DeclarationSurface);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_digest);

    /// <summary>A digest rather than the text, which would keep a copy of the whole project in memory.</summary>
    private static string Digest(SyntaxTree tree, CancellationToken cancellationToken)
    {
        SyntaxNode root = tree.GetRoot(cancellationToken);
        string text = root.ToFullString();
        StringBuilder surface = new(text.Length);
        int position = 0;
        foreach (TextSpan omitted in root.DescendantNodes(MayHoldMembers).OfType<MemberDeclarationSyntax>().SelectMany(Omitted).OrderBy(static span => span.Start))
        {
            surface.Append(text, position, omitted.Start - position).Append(Omission);
            position = omitted.End;
        }

        surface.Append(text, position, text.Length - position);
        using SHA256 algorithm = SHA256.Create();
        return Convert.ToBase64String(algorithm.ComputeHash(Encoding.Unicode.GetBytes(surface.ToString())));
    }

    private static bool MayHoldMembers(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    /// <summary>A body or a formula. One with directives stays: they may decide what of the text after it is compiled.</summary>
    private static IEnumerable<TextSpan> Omitted(MemberDeclarationSyntax member) => (member switch
    {
        MethodDeclarationSyntax method when CallableFunction.BodyOf(method) is { } body => [body],
        TypeDeclarationSyntax type => type.AttributeLists.SelectMany(static list => list.Attributes).Select(FindFormula).OfType<SyntaxNode>(),
        _ => Enumerable.Empty<SyntaxNode>(),
    }).Where(static node => !node.ContainsDirectives).Select(static node => node.Span);

    /// <summary>The literal in <c>[Loss("…")]</c>. An attribute of that name that is not LossGen's means nothing to the parser.</summary>
    private static LiteralExpressionSyntax? FindFormula(AttributeSyntax attribute) =>
        attribute is { Name: IdentifierNameSyntax { Identifier.ValueText: "Loss" or "LossAttribute" }, ArgumentList.Arguments: [{ NameEquals: null, Expression: LiteralExpressionSyntax { Token.Value: string } literal }, ..] }
            ? literal
            : null;
}
