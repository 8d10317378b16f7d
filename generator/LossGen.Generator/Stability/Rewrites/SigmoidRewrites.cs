using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>1 − σ(x) is σ(−x), which keeps its digits where σ(x) rounds to 1; 1 ÷ (1 + e⁻ˣ) and eˣ ÷ (eˣ + eʸ) are σ(x) and σ(x − y), whose slopes do not become ∞/∞.</summary>
internal static class SigmoidRewrites
{
    public static Expr? Apply(Expr expression) => expression switch
    {
        Call { Function: Subtract } difference when difference[0].IsOne() && difference[1] is Call { Function: Sigmoid } sigmoid => Sigmoid.Of(-sigmoid[0]),
        Call { Function: Subtract } difference when difference[1].IsOne() && difference[0] is Call { Function: Sigmoid } sigmoid => -Sigmoid.Of(-sigmoid[0]),
        Call { Function: Divide } quotient when quotient[0] is Call { Function: Exp } exp && OnePlusExp(quotient[1]) is { } exponent && exponent.Equals(exp[0]) =>
            Sigmoid.Of(exponent),
        Call { Function: Divide } quotient when quotient[1] is Call { Function: Square } square && OnePlusExp(square[0]) is { } exponent =>
            quotient[0] is Call { Function: Exp } exp && exponent.Equals(exp[0]) ? Sigmoid.Of(exponent) * Sigmoid.Of(-exponent) : quotient[0] * Square.Of(Sigmoid.Of(-exponent)),
        Call { Function: Divide } quotient when OnePlusExp(quotient[1]) is { } exponent => quotient[0] * Sigmoid.Of(-exponent),
        Call { Function: Divide } quotient when quotient[0] is Call { Function: Exp } part && quotient[1] is Call { Function: Add } sum && sum[0] is Call { Function: Exp } left && sum[1] is Call { Function: Exp } right =>
            left.Equals(part) ? Sigmoid.Of(left[0] - right[0]) : right.Equals(part) ? Sigmoid.Of(right[0] - left[0]) : null,
        _ => null,
    };

    /// <summary>x, if the expression is 1 + eˣ.</summary>
    private static Expr? OnePlusExp(Expr expression) => expression switch
    {
        Call { Function: Add } sum when sum[0].IsOne() && sum[1] is Call { Function: Exp } exp => exp[0],
        Call { Function: Add } sum when sum[1].IsOne() && sum[0] is Call { Function: Exp } exp => exp[0],
        _ => null,
    };
}
