using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary><c>switch</c> expressions, as chains of choices from the last arm to the first.</summary>
internal static class SwitchParser
{
    private sealed record Arm(Term? Condition, Term Value, SwitchExpressionArmSyntax Syntax);

    public static Term? Parse(Scope scope, SwitchExpressionSyntax @switch)
    {
        if (ExpressionParser.Parse(scope, @switch.GoverningExpression) is not { } subject)
        {
            return null;
        }

        Arm?[] arms = [.. @switch.Arms.Select(arm => ParseArm(scope, subject, arm))];
        if (arms.Contains(null))
        {
            return null;
        }

        int last = System.Array.FindIndex(arms, static arm => arm!.Condition is null);
        if (last < 0 && CoversBothTruths(@switch, subject))
        {
            last = arms.Length - 1;
        }

        if (last < 0)
        {
            return scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, @switch.SwitchKeyword, "a switch without an arm for everything else", ": add an arm '_ => …' (NaN matches no range)");
        }

        Term? result = arms[last]!.Value;
        for (int index = last - 1; index >= 0 && result is not null; index--)
        {
            Arm arm = arms[index]!;
            result = ChoiceParser.Choose(scope, arm.Condition!, arm.Value, result, arms[index + 1]!.Syntax.Expression);
        }

        return result;
    }

    /// <summary>An arm; its condition is null if it takes everything.</summary>
    private static Arm? ParseArm(Scope scope, Term subject, SwitchExpressionArmSyntax arm)
    {
        bool takesAll = arm.Pattern is DiscardPatternSyntax or VarPatternSyntax;
        Scope inner = scope;
        if (arm.Pattern is VarPatternSyntax { Designation: SingleVariableDesignationSyntax variable })
        {
            inner = scope.With(variable.Identifier.ValueText, subject.Type, subject);
        }

        Term? condition = takesAll ? scope.Term(Truth.True, TermType.Condition) : PatternParser.Match(scope, subject, arm.Pattern);
        Term? guard = arm.WhenClause is { } when ? ExpressionParser.ParseCondition(inner, when.Condition, "A when clause") : scope.Term(Truth.True, TermType.Condition);
        Term? value = ExpressionParser.Parse(inner, arm.Expression);
        if (condition is null || guard is null || value is null)
        {
            return null;
        }

        return new Arm(takesAll && arm.WhenClause is null ? null : ConditionAlgebra.And(scope, condition, guard), value, arm);
    }

    private static bool CoversBothTruths(SwitchExpressionSyntax @switch, Term subject) =>
        subject.Type == TermType.Condition && @switch.Arms.Count == 2
        && @switch.Arms.All(static arm => arm.WhenClause is null)
        && @switch.Arms.Select(static arm => arm.Pattern.ToString()).OrderBy(static text => text, System.StringComparer.Ordinal).SequenceEqual(["false", "true"]);
}
