using LossGen.Generator.Diagnostics;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Binary operators.</summary>
internal static class BinaryParser
{
    public static Term? Parse(Scope scope, BinaryExpressionSyntax binary) => binary.Kind() switch
    {
        SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression
            or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression => ParseArithmetic(scope, binary),
        SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
            or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression => ParseComparison(scope, binary),
        SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression => ParseEquality(scope, binary),
        SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression => ParseLogic(scope, binary),
        SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression or SyntaxKind.ExclusiveOrExpression => ParseLogic(scope, binary),
        _ => scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, binary, ConstructNames.Of(binary), string.Empty),
    };

    /// <summary>An arithmetic operator on terms that are numbers. <paramref name="place"/> is what a violation is reported at.</summary>
    public static Term? Combine(Scope scope, SyntaxKind kind, Term left, Term right, ExpressionSyntax place)
    {
        TermType type = TermTypes.Join(left.Type, right.Type) ?? TermType.Real;
        if (type == TermType.Integer && kind == SyntaxKind.DivideExpression)
        {
            return scope.Fail(DiagnosticDescriptors.IntegerArithmetic, place, $"{place} divides integers and drops the fraction: make one of them a floating-point number");
        }

        if (type == TermType.Integer && kind == SyntaxKind.ModuloExpression && right.Expression.IsZero())
        {
            return scope.Fail(DiagnosticDescriptors.IntegerArithmetic, place, $"{place} divides an integer by zero");
        }

        Term result = scope.Term(
            type == TermType.Integer
                ? Build.Call(OperatorOf(kind), left.Expression, right.Expression)
                : Written.Call(OperatorOf(kind), left.Expression, right.Expression),
            type);
        return type == TermType.Integer && result.Expression is Literal { Value: > int.MaxValue or < int.MinValue }
            ? scope.Fail(DiagnosticDescriptors.IntegerArithmetic, place, $"{place} does not fit an int: use floating-point numbers")
            : result;
    }

    private static Function OperatorOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.AddExpression => Add.Instance,
        SyntaxKind.SubtractExpression => Subtract.Instance,
        SyntaxKind.MultiplyExpression => Multiply.Instance,
        SyntaxKind.DivideExpression => Divide.Instance,
        _ => Remainder.Instance,
    };

    private static Term? ParseArithmetic(Scope scope, BinaryExpressionSyntax binary)
    {
        string user = $"The operator {binary.OperatorToken.Text}";
        Term? left = ExpressionParser.ParseNumber(scope, binary.Left, user);
        Term? right = ExpressionParser.ParseNumber(scope, binary.Right, user);
        return left is null || right is null ? null : Combine(scope, binary.Kind(), left, right, binary);
    }

    private static Term? ParseComparison(Scope scope, BinaryExpressionSyntax binary)
    {
        string user = $"The operator {binary.OperatorToken.Text}";
        Term? left = ExpressionParser.ParseNumber(scope, binary.Left, user);
        Term? right = ExpressionParser.ParseNumber(scope, binary.Right, user);
        return left is null || right is null ? null : Compare(scope, binary.Kind(), left, right);
    }

    public static Term Compare(Scope scope, SyntaxKind kind, Term left, Term right)
    {
        Function comparison = kind switch
        {
            SyntaxKind.LessThanExpression => LessThan.Instance,
            SyntaxKind.LessThanOrEqualExpression => LessThanOrEqual.Instance,
            SyntaxKind.GreaterThanExpression => GreaterThan.Instance,
            SyntaxKind.GreaterThanOrEqualExpression => GreaterThanOrEqual.Instance,
            SyntaxKind.EqualsExpression => Equal.Instance,
            _ => NotEqual.Instance,
        };
        return scope.Term(Build.Call(comparison, left.Expression, right.Expression), TermTypes.Lift(TermType.Condition, left.IsRow || right.IsRow));
    }

    private static Term? ParseEquality(Scope scope, BinaryExpressionSyntax binary)
    {
        Term? left = ExpressionParser.Parse(scope, binary.Left);
        Term? right = ExpressionParser.Parse(scope, binary.Right);
        if (left is null || right is null)
        {
            return null;
        }

        if (left.IsNumber && right.IsNumber)
        {
            return Compare(scope, binary.Kind(), left, right);
        }

        if (left.IsCondition != right.IsCondition)
        {
            return scope.Fail(DiagnosticDescriptors.ConditionOrNumber, binary.Right, $"A comparison with {left.Type.Describe()}", left.IsNumber ? "a number" : "a condition", right.Type.Describe());
        }

        if (left.IsRow || right.IsRow)
        {
            return scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, binary, "equality of rows of conditions", ": it would compare the rows as wholes");
        }

        return ConditionAlgebra.Same(scope, left, right, isNegated: binary.IsKind(SyntaxKind.NotEqualsExpression));
    }

    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression) => expression is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression : expression;

    private static Term? ParseLogic(Scope scope, BinaryExpressionSyntax binary)
    {
        Term? left = ExpressionParser.Parse(scope, binary.Left);
        Term? right = ExpressionParser.Parse(scope, binary.Right);
        if (left is null || right is null)
        {
            return null;
        }

        if (binary.IsKind(SyntaxKind.ExclusiveOrExpression) && (left.IsNumber || right.IsNumber))
        {
            return scope.Fail(DiagnosticDescriptors.IntegerArithmetic, binary, $"{binary} is an exclusive or of bits, not a power: write Pow({WithoutParentheses(binary.Left)}, {WithoutParentheses(binary.Right)})");
        }

        foreach ((Term operand, ExpressionSyntax syntax) in new[] { (left, binary.Left), (right, binary.Right) })
        {
            if (operand.IsNumber)
            {
                return scope.Fail(DiagnosticDescriptors.ConditionOrNumber, syntax, $"The operator {binary.OperatorToken.Text}", "a condition", operand.Type.Describe());
            }
        }

        return binary.Kind() switch
        {
            SyntaxKind.LogicalAndExpression or SyntaxKind.BitwiseAndExpression => ConditionAlgebra.And(scope, left, right),
            SyntaxKind.LogicalOrExpression or SyntaxKind.BitwiseOrExpression => ConditionAlgebra.Or(scope, left, right),
            _ => ConditionAlgebra.Same(scope, left, right, isNegated: true),
        };
    }
}
