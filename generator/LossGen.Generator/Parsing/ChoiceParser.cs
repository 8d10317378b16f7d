using LossGen.Generator.Diagnostics;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Choices: <c>?:</c>, and what <c>if</c> and <c>switch</c> come down to.</summary>
internal static class ChoiceParser
{
    public static Term? Parse(Scope scope, ConditionalExpressionSyntax conditional)
    {
        Term? condition = ExpressionParser.ParseCondition(scope, conditional.Condition, "The operator ?:");
        Term? whenTrue = ExpressionParser.Parse(scope, conditional.WhenTrue);
        Term? whenFalse = ExpressionParser.Parse(scope, conditional.WhenFalse);
        return condition is null || whenTrue is null || whenFalse is null ? null : Choose(scope, condition, whenTrue, whenFalse, conditional.WhenFalse);
    }

    /// <summary>One of two terms. <paramref name="place"/> is the second one's text, where a difference in kind is reported.</summary>
    public static Term? Choose(Scope scope, Term condition, Term whenTrue, Term whenFalse, Microsoft.CodeAnalysis.SyntaxNode place)
    {
        if (TermTypes.Join(whenTrue.Type, whenFalse.Type) is not { } type)
        {
            return scope.Fail(DiagnosticDescriptors.ConditionOrNumber, place, "A choice with " + whenTrue.Type.Describe(), whenTrue.IsNumber ? "a number" : "a condition", whenFalse.Type.Describe());
        }

        if (!condition.IsRow && whenTrue.IsRow && whenFalse.IsRow && whenTrue.IsPairs != whenFalse.IsPairs)
        {
            return scope.Fail(DiagnosticDescriptors.ShapeMismatch, place, "A choice with " + whenTrue.Describe(), whenTrue.Describe(), whenFalse.Describe());
        }

        return whenTrue.IsCondition
            ? ConditionAlgebra.Choose(scope, condition, whenTrue, whenFalse)
            : scope.Term(Choose(condition.Expression, whenTrue.Expression, whenFalse.Expression), TermTypes.Lift(type, condition.IsRow));
    }
    /// <summary>A choice. One by a condition on pairs stays one of pairs, even where both branches are alike: a sum counts them.</summary>
    private static Expr Choose(Expr condition, Expr whenTrue, Expr whenFalse)
    {
        Expr choice = Build.Select(condition, whenTrue, whenFalse);
        return condition.Indices.HasOthers && !choice.Indices.HasOthers ? new Select(condition, whenTrue, whenFalse) : choice;
    }
}
