using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Gradients of rates, eˣ − y and 1 − y·e⁻ˣ, which pass through 0 where the prediction is right: there they take a function that knows more digits of the
/// exponential than its rounding left.
/// </summary>
internal static class NeighbouringExponentials
{
    public static Expr Mark(Expr expression) => Substitution.Rebuild(expression, static node => node is Call { Function: Subtract } difference ? OfDifference(difference) : null);

    /// <summary>A number as it is given: one that has been computed is no more exact than the exponential.</summary>
    public static bool IsNumber(Expr expression) => expression is Variable or Read;

    private static Expr? OfDifference(Call difference) => (difference[0], difference[1]) switch
    {
        (Call { Function: Exp } exponential, _) when IsNumber(difference[1]) => ExpMinus.Of(exponential[0], difference[1], exponential),
        (_, Call { Function: Exp } exponential) when IsNumber(difference[0]) => -ExpMinus.Of(exponential[0], difference[0], exponential),
        (Literal { Value: 1 }, Call { Function: Multiply } product) => OneMinus(product[0], product[1]) ?? OneMinus(product[1], product[0]),
        _ => null,
    };

    private static Expr? OneMinus(Expr scale, Expr factor) =>
        IsNumber(scale) && factor is Call { Function: Exp } exponential ? OneMinusScaledExp.Of(-exponential[0], scale, exponential) : null;
}
