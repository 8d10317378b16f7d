using LossGen.Generator.Diagnostics;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Patterns on numbers and conditions, as conditions on the term that they are matched with.</summary>
internal static class PatternParser
{
    public static Term? Parse(Scope scope, IsPatternExpressionSyntax expression) =>
        ExpressionParser.Parse(scope, expression.Expression) is { } subject ? Match(scope, subject, expression.Pattern) : null;

    public static Term? Match(Scope scope, Term subject, PatternSyntax pattern)
    {
        scope.Session.Step();
        switch (pattern)
        {
            case ParenthesizedPatternSyntax parenthesized:
                return Match(scope, subject, parenthesized.Pattern);
            case DiscardPatternSyntax:
                return scope.Term(Truth.True, TermTypes.Lift(TermType.Condition, subject.IsRow));
            case UnaryPatternSyntax not:
                return Match(scope, subject, not.Pattern) is { } operand ? ConditionAlgebra.Not(scope, operand) : null;
            case BinaryPatternSyntax binary:
                Term? left = Match(scope, subject, binary.Left);
                Term? right = Match(scope, subject, binary.Right);
                return left is null || right is null ? null
                    : binary.IsKind(SyntaxKind.AndPattern) ? ConditionAlgebra.And(scope, left, right)
                    : ConditionAlgebra.Or(scope, left, right);
            case RelationalPatternSyntax relational:
                return MatchRelation(scope, subject, relational);
            case ConstantPatternSyntax constant:
                return MatchConstant(scope, subject, constant.Expression);
            default:
                return scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, pattern, $"the pattern '{pattern}'", ": patterns are ranges and constants, with and, or and not");
        }
    }

    private static Term? MatchRelation(Scope scope, Term subject, RelationalPatternSyntax relational)
    {
        if (ParseConstant(scope, relational.Expression) is not { } bound)
        {
            return null;
        }

        if (!subject.IsNumber || !bound.IsNumber)
        {
            Term wrong = subject.IsNumber ? bound : subject;
            return scope.Fail(DiagnosticDescriptors.ConditionOrNumber, relational, $"The pattern {relational}", "a number", wrong.Type.Describe());
        }

        SyntaxKind kind = relational.OperatorToken.Kind() switch
        {
            SyntaxKind.LessThanToken => SyntaxKind.LessThanExpression,
            SyntaxKind.LessThanEqualsToken => SyntaxKind.LessThanOrEqualExpression,
            SyntaxKind.GreaterThanToken => SyntaxKind.GreaterThanExpression,
            _ => SyntaxKind.GreaterThanOrEqualExpression,
        };
        return BinaryParser.Compare(scope, kind, subject, bound);
    }

    private static Term? MatchConstant(Scope scope, Term subject, ExpressionSyntax expression)
    {
        if (ParseConstant(scope, expression) is not { } constant)
        {
            return null;
        }

        if (constant.IsNumber != subject.IsNumber)
        {
            return scope.Fail(DiagnosticDescriptors.ConditionOrNumber, expression, $"A pattern for {subject.Type.Describe()}", subject.IsNumber ? "a number" : "a condition", constant.Type.Describe());
        }

        if (constant.IsCondition)
        {
            return ConditionAlgebra.Same(scope, subject, constant, isNegated: false);
        }

        // As a pattern, unlike with ==, NaN matches NaN.
        return constant.Expression is Literal { Value: double.NaN }
            ? BinaryParser.Compare(scope, SyntaxKind.NotEqualsExpression, subject, subject)
            : BinaryParser.Compare(scope, SyntaxKind.EqualsExpression, subject, constant);
    }

    private static Term? ParseConstant(Scope scope, ExpressionSyntax expression) => ExpressionParser.Parse(scope, expression) switch
    {
        { } term when Written.FoldConstants(term.Expression) is (Literal or Truth) and var constant => term with { Expression = constant },
        { } => scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, expression, $"the pattern '{expression}'", ": a pattern compares with constants"),
        null => null,
    };
}
