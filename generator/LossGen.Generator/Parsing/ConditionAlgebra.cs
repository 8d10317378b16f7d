using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Parsing;

/// <summary>Combinations of conditions and of rows of conditions.</summary>
internal static class ConditionAlgebra
{
    public static Term And(Scope scope, Term left, Term right) => Make(scope, Build.Call(Functions.And.Instance, left.Expression, right.Expression), left, right);

    public static Term Or(Scope scope, Term left, Term right) => Make(scope, Build.Call(Functions.Or.Instance, left.Expression, right.Expression), left, right);

    public static Term Not(Scope scope, Term operand) => Make(scope, Build.Call(Functions.Not.Instance, operand.Expression), operand, operand);

    /// <summary>Whether both hold or neither does; or, negated, whether exactly one does.</summary>
    public static Term Same(Scope scope, Term left, Term right, bool isNegated)
    {
        Term other = isNegated ? Not(scope, right) : right;
        return Or(scope, And(scope, left, other), And(scope, Not(scope, left), Not(scope, other)));
    }

    /// <summary>The choice of one of two conditions by a third.</summary>
    public static Term Choose(Scope scope, Term condition, Term whenTrue, Term whenFalse) =>
        Or(scope, And(scope, condition, whenTrue), And(scope, Not(scope, condition), whenFalse));

    private static Term Make(Scope scope, Expr expression, Term left, Term right) =>
        scope.Term(expression, TermTypes.Lift(TermType.Condition, left.IsRow || right.IsRow));
}
