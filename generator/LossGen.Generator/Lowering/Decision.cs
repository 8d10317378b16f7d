using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>A condition on hyperparameters alone that is known.</summary>
internal sealed record Decision(Expr Condition, bool Holds)
{
    /// <summary>The hyperparameter that the condition compares with a number, and the number.</summary>
    private (Variable Hyperparameter, Literal Value)? Equation => Condition switch
    {
        Call { Function: Equal } equation when equation[0] is Variable variable && equation[1] is Literal literal => (variable, literal),
        Call { Function: Equal } equation when equation[1] is Variable variable && equation[0] is Literal literal => (variable, literal),
        _ => null,
    };

    /// <summary>What is true.</summary>
    public Expr Statement => (Holds, Condition) switch
    {
        (true, _) => Condition,
        (false, Call { Function: Equal } equation) => Build.Call(NotEqual.Instance, equation[0], equation[1]),
        _ => Build.Call(Not.Instance, Condition),
    };

    /// <summary>The number that an expression is known to be.</summary>
    public Expr? ValueOf(Expr expression) => Holds && Equation is { } equation && expression.Equals(equation.Hyperparameter) ? equation.Value : null;

    /// <summary>Whether another condition holds; null if that is not decided.</summary>
    public bool? Decide(Expr condition) => Implication.Decide(Condition, Holds, condition) ?? (!Holds && Equation is { } equation && IsSame(condition, equation.Hyperparameter, equation.Value) ? false : null);

    /// <summary>Whether a condition is the same equation, written in another way, such as α − 2 = 0 for α = 2.</summary>
    private static bool IsSame(Expr condition, Variable hyperparameter, Literal value) =>
        condition is Call { Function: Equal } equation && equation[1] is Literal right && IsShiftedOrScaled(equation[0], hyperparameter)
        && Substitution.ReplaceInputs(equation[0], node => node.Equals(hyperparameter) ? value : null).Equals(right);

    private static bool IsShiftedOrScaled(Expr expression, Variable hyperparameter) => expression switch
    {
        Call { Function: Negate } negation => IsShiftedOrScaled(negation[0], hyperparameter),
        Call { Function: Add or Subtract } sum => (sum[1] is Literal && IsShiftedOrScaled(sum[0], hyperparameter)) || (sum[0] is Literal && IsShiftedOrScaled(sum[1], hyperparameter)),
        Call { Function: Multiply } product => product[0] is Literal { Value: not 0 } && IsShiftedOrScaled(product[1], hyperparameter),
        _ => expression.Equals(hyperparameter),
    };
}
