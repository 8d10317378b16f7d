using System.Collections.Generic;
using System.Collections.Immutable;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>A part of the source and what the parser made of it.</summary>
/// <param name="Expression">The subexpression, in the space in which the formula is written (links not applied).</param>
/// <param name="Type">What it is in C#.</param>
/// <param name="Syntax">The text, in the loss itself, in a helper that was copied into it, or in an attribute's string.</param>
/// <param name="Source">Where that text stands.</param>
/// <param name="Caller">For text of a helper, the call in the loss's own text; else null.</param>
internal sealed record FormulaOrigin(Expr Expression, TermType Type, SyntaxNode Syntax, FormulaSource Source, CallSite? Caller)
{
    public Location Location => Source.Locate(Syntax.Span);
}

/// <summary>Where the subexpressions of a formula come from. The parser tells it of every one that it builds, the parts before the whole.</summary>
internal sealed class FormulaOrigins
{
    private readonly List<FormulaOrigin> _all = [];
    private readonly Dictionary<Expr, List<FormulaOrigin>> _byExpression = [];

    private readonly Dictionary<Input, ParameterDeclaration> _parameters = [];

    /// <summary>All origins, in the order in which the parser left them.</summary>
    public IReadOnlyList<FormulaOrigin> All => _all;

    /// <summary>The places where an expression stands, in the order of the source.</summary>
    public ImmutableArray<FormulaOrigin> Of(Expr expression) => _byExpression.TryGetValue(expression, out List<FormulaOrigin>? origins) ? [.. origins] : [];

    /// <summary>Where a parameter is declared; null if the parser has not told.</summary>
    public Location? LocationOf(Input input) => _parameters.TryGetValue(input, out ParameterDeclaration? declaration)
        ? declaration.Source.Locate(declaration.Syntax.Identifier.Span)
        : null;

    public void Add(Input input, ParameterDeclaration declaration) => _parameters[input] = declaration;

    public void Add(Term term, SyntaxNode syntax, Frame frame)
    {
        // What parentheses hold has been told of.
        if (syntax is not ParenthesizedExpressionSyntax)
        {
            Add(term.Expression, new FormulaOrigin(term.Expression, term.Type, syntax, frame.Source, frame.Caller));
        }
    }

    /// <summary>The same text as an element of a row: with <c>Exp(z)[label]</c>, what <c>Exp(z)</c> is in that column.</summary>
    public void AddElement(Expr row, Expr element)
    {
        foreach (FormulaOrigin origin in Of(row))
        {
            Add(element, origin);
        }
    }

    private void Add(Expr expression, FormulaOrigin origin)
    {
        if (!_byExpression.TryGetValue(expression, out List<FormulaOrigin>? known))
        {
            _byExpression.Add(expression, known = []);
        }

        known.Add(origin);
        if (ReferenceEquals(expression, origin.Expression))
        {
            _all.Add(origin);
        }
    }
}
