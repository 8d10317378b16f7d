using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>Finds the hyperparameter that a loss raises to, such as the γ of a focal loss, and marks what is cheaper once it is known.</summary>
internal static class ExponentDispatch
{
    /// <summary>The first number among the hyperparameters that is an exponent by itself over a base that varies; null if there is none.</summary>
    public static Input? Find(ImmutableArray<Expr> roots) =>
        ExprOrder.ChildrenFirst(roots, ExprChildren.Of)
            .OfType<Call>()
            .Where(static call => call.Function is Pow && call[1] is Variable { Input.Role: InputRole.Hyperparameter } && !IsConstant(call[0]))
            .Select(static call => ((Variable)call[1]).Input)
            .FirstOrDefault();

    public static Expr Mark(Expr expression, Input exponent) => Substitution.Rebuild(
        expression,
        node => node switch
        {
            Call { Function: Pow } power when !IsConstant(power[0]) && Shift(power[1], exponent) is { } shift && DispatchedPow.WithShift(shift) is { } dispatched =>
                new Call(dispatched, [power[0], new Variable(exponent)]),
            Call { Function: Multiply } product when IsExponent(product[0], exponent) && !IsConstant(product[1]) => new Call(DispatchedMultiple.Instance, [product[1], product[0]]),
            Call { Function: Multiply } product when IsExponent(product[1], exponent) && !IsConstant(product[0]) => new Call(DispatchedMultiple.Instance, [product[0], product[1]]),
            _ => null,
        });

    private static bool IsExponent(Expr expression, Input exponent) => expression is Variable variable && variable.Input == exponent;

    /// <summary>k, if the expression is the exponent plus k.</summary>
    private static double? Shift(Expr expression, Input exponent) => expression switch
    {
        _ when IsExponent(expression, exponent) => 0,
        Call { Function: Add } sum when sum[1] is Literal literal && Shift(sum[0], exponent) is { } shift => shift + literal.Value,
        Call { Function: Add } sum when sum[0] is Literal literal && Shift(sum[1], exponent) is { } shift => shift + literal.Value,
        Call { Function: Subtract } difference when difference[1] is Literal literal && Shift(difference[0], exponent) is { } shift => shift - literal.Value,
        _ => null,
    };

    private static bool IsConstant(Expr expression) =>
        !ExprOrder.ChildrenFirst(expression, ExprChildren.Of).Any(static node => node is Read or Variable { Input.Role: not InputRole.Hyperparameter });
}
