using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>1 − σ(x) is σ(−x), which keeps its digits where σ(x) rounds to 1; 1 ÷ (1 + e⁻ˣ) is σ(x), whose slope does not become ∞/∞.</summary>
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

        // p = y = 1 ? σ(x) : σ(−x) is how many write the probability of the true class: 1 − p and log p are taken in the branches.
        Call { Function: Subtract } difference when difference[0].IsOne() && OfSigmoids(difference[1]) is { } choice =>
            Build.Select(choice.Condition, Complement(choice.WhenTrue), Complement(choice.WhenFalse)),
        Call { Function: Log } log when OfSigmoids(log[0]) is { } choice => Build.Select(choice.Condition, Log.Of(choice.WhenTrue), Log.Of(choice.WhenFalse)),
        _ => null,
    };

    private static Select? OfSigmoids(Expr expression) =>
        expression is Select { WhenTrue: Call { Function: Sigmoid }, WhenFalse: Call { Function: Sigmoid } } choice ? choice : null;

    private static Expr Complement(Expr sigmoid) => Sigmoid.Of(-((Call)sigmoid)[0]);

    /// <summary>x, if the expression is 1 + eˣ.</summary>
    private static Expr? OnePlusExp(Expr expression) => expression switch
    {
        Call { Function: Add } sum when sum[0].IsOne() && sum[1] is Call { Function: Exp } exp => exp[0],
        Call { Function: Add } sum when sum[1].IsOne() && sum[0] is Call { Function: Exp } exp => exp[0],
        _ => null,
    };
}
