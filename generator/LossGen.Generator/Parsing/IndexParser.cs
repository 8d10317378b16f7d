using LossGen.Generator.Diagnostics;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>
/// Elements of rows: <c>row[label]</c>, <c>row[0]</c>, <c>row[^1]</c>, of any expression that is a row. Other indices could leave the row, which
/// no run-time check would catch.
/// </summary>
internal static class IndexParser
{
    public static Term? Parse(Scope scope, ElementAccessExpressionSyntax access)
    {
        if (ExpressionParser.Parse(scope, access.Expression) is not { } row)
        {
            return null;
        }

        if (!row.IsRow)
        {
            return scope.Fail(DiagnosticDescriptors.ShapeMismatch, access.Expression, "An index", "a row", row.Type.Describe());
        }

        if (row.IsPairs)
        {
            return scope.Fail(DiagnosticDescriptors.ShapeMismatch, access.Expression, "An index", TermType.Row.Describe(), row.Describe());
        }

        if (access.ArgumentList.Arguments is not [{ NameColon: null } argument])
        {
            return scope.Fail(DiagnosticDescriptors.WrongArguments, access.ArgumentList, "A row", "it takes one index");
        }

        return ParseIndex(scope, argument.Expression) is { } index
            ? scope.Term(Written.AtColumn(row.Expression, index, scope.Session.Origins is { } origins ? origins.AddElement : null), row.Type == TermType.Row ? TermType.Real : TermType.Condition)
            : null;
    }

    private static Expr? ParseIndex(Scope scope, ExpressionSyntax syntax)
    {
        bool isFromEnd = syntax.IsKind(SyntaxKind.IndexExpression);
        ExpressionSyntax offsetSyntax = isFromEnd ? ((PrefixUnaryExpressionSyntax)syntax).Operand : syntax;
        if (offsetSyntax is RangeExpressionSyntax)
        {
            scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, offsetSyntax, "ranges of a row", string.Empty);
            return null;
        }

        if (ExpressionParser.Parse(scope, offsetSyntax) is not { } offset)
        {
            return null;
        }

        switch (offset)
        {
            case { Type: TermType.Integer, Expression: Literal { Value: >= 0 and <= MaximumIndex } } when !isFromEnd:
            case { Type: TermType.Integer, Expression: Variable { Input.Role: InputRole.Label } } when !isFromEnd:
                return offset.Expression;
            case { Type: TermType.Integer, Expression: Literal { Value: >= 1 and <= MaximumIndex } } when isFromEnd:
                return ColumnCount.Instance - offset.Expression;
            default:
                string what = offset.Type == TermType.Integer ? $"'{syntax}'" : offset.Type.Describe();
                scope.Fail(DiagnosticDescriptors.InvalidIndex, syntax, what);
                return null;
        }
    }

    /// <summary>The largest integer up to which every integer is a float, as kernels count columns.</summary>
    private const int MaximumIndex = 1 << 24;
}
