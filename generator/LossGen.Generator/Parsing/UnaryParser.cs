using LossGen.Generator.Diagnostics;
using LossGen.Generator.Functions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Signs, negation and casts.</summary>
internal static class UnaryParser
{
    public static Term? Parse(Scope scope, PrefixUnaryExpressionSyntax unary)
    {
        switch (unary.Kind())
        {
            case SyntaxKind.UnaryMinusExpression when unary.Operand is LiteralExpressionSyntax { Token.Value: 2147483648u }:
                return scope.Term((double)int.MinValue, TermType.Integer);
            case SyntaxKind.UnaryMinusExpression:
                return ExpressionParser.ParseNumber(scope, unary.Operand, "The operator -") is { } operand ? scope.Term(operand.Type == TermType.Integer ? -operand.Expression : Written.Negate(operand.Expression), operand.Type) : null;
            case SyntaxKind.UnaryPlusExpression:
                return ExpressionParser.ParseNumber(scope, unary.Operand, "The operator +");
            case SyntaxKind.LogicalNotExpression:
                return ExpressionParser.ParseCondition(scope, unary.Operand, "The operator !") is { } condition ? ConditionAlgebra.Not(scope, condition) : null;
            default:
                return scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, unary, ConstructNames.Of(unary), string.Empty);
        }
    }

    /// <summary>Casts between number types: to float and double they change nothing but the C# type; to int they drop the fraction.</summary>
    public static Term? ParseCast(Scope scope, CastExpressionSyntax cast)
    {
        if (ExpressionParser.Parse(scope, cast.Expression) is not { } operand)
        {
            return null;
        }

        TermType? type = ParameterTypes.Of(scope.Frame.Names, cast.Type);
        if (type is not (TermType.Real or TermType.Integer))
        {
            return type == operand.Type
                ? operand
                : scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, cast.Type, $"casts to {cast.Type}", ": only to float, double and int");
        }

        if (operand.IsCondition)
        {
            return scope.Fail(DiagnosticDescriptors.ConditionOrNumber, cast.Expression, $"A cast to {cast.Type}", "a number", operand.Type.Describe());
        }

        if (operand.IsRow)
        {
            return scope.Fail(DiagnosticDescriptors.ShapeMismatch, cast.Expression, $"A cast to {cast.Type}", "a number", operand.Type.Describe());
        }

        return scope.Term(type == TermType.Integer && operand.Type != TermType.Integer ? Written.Call(Truncate.Instance, operand.Expression) : operand.Expression, type.Value);
    }
}
