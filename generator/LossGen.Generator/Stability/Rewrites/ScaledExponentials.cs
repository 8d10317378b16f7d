using System;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// c·eˣ with c &gt; 0 that is not predicted is e^(x + log c): log(1 + c·eˣ) is softplus(x + log c), and 1/(1 + c·eˣ) is σ(−x − log c). What c &lt; 0 makes of
/// them is left as it is written.
/// </summary>
internal static class ScaledExponentials
{
    public static Expr? Apply(Expr expression) => expression switch
    {
        Call { Function: LogP1 } log => OfMultiple(log[0], Softplus.Of, log),
        Call { Function: Divide } quotient when quotient[1] is Call { Function: Add } sum => OfSum(sum, exponent => quotient[0] * Sigmoid.Of(-exponent), quotient),
        Call { Function: Divide } quotient when quotient[1] is Call { Function: Multiply } product && Factors(product) is var (factor, exponential) => quotient[0] / factor * Exp.Of(-exponential[0]),
        Call { Function: Pow } power when power[0] is Call { Function: Multiply } product && Factors(product) is var (factor, exponential) =>
            Pow.Of(factor, power[1]) * Exp.Of(power[1] * exponential[0]),
        _ => null,
    };

    private static Expr? OfSum(Call sum, Func<Expr, Expr> function, Expr plain) =>
        sum[0].IsOne() ? OfMultiple(sum[1], function, plain) : sum[1].IsOne() ? OfMultiple(sum[0], function, plain) : null;

    private static Expr? OfMultiple(Expr multiple, Func<Expr, Expr> function, Expr plain) =>
        multiple is Call { Function: Multiply } product && Factors(product) is var (factor, exponential)
            ? Build.Select(GreaterThan.Of(factor, Build.Zero), function(exponential[0] + Log.Of(factor)), plain)
            : null;

    /// <summary>c and eˣ.</summary>
    private static (Expr Factor, Call Exponential)? Factors(Call product) => (product[0], product[1]) switch
    {
        (Call { Function: Exp } exponential, var factor) when Given.Is(factor) && !Given.Is(exponential) => (factor, exponential),
        (var factor, Call { Function: Exp } exponential) when Given.Is(factor) && !Given.Is(exponential) => (factor, exponential),
        _ => null,
    };
}
