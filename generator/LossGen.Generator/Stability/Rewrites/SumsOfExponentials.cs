using System;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// log(c + Σe^u), as in losses of pairs, log(1 + Σe^(sⱼ − sᵢ)), and log Σm·e^u with m a choice between numbers that are not negative: of the primitive that
/// shifts by the maximum, so that nothing overflows.
/// </summary>
internal static class SumsOfExponentials
{
    private static readonly Literal MinusInfinity = new(double.NegativeInfinity);

    public static Expr? Apply(Expr expression) => expression switch
    {
        Call { Function: LogP1 } log => LogOfSum(log[0]) is { } sum ? Softplus.Of(sum) : null,
        Call { Function: Log } log when log[0] is Call { Function: Add } sum => Shifted(sum[0], sum[1]) ?? Shifted(sum[1], sum[0]),
        Call { Function: Log } log => LogOfSum(log[0]),
        _ => null,
    };

    private static Expr? Shifted(Expr shift, Expr sum) =>
        shift is Literal { Value: > 0 } known && LogOfSum(sum) is { } logarithm ? LogAddExp.Of(new Literal(Math.Log(known.Value)), logarithm) : null;

    private static Expr? LogOfSum(Expr sum) =>
        sum is Reduce { Kind: ReductionKind.Sum } reduce && LogOfTerm(reduce.Body) is { } exponent && exponent is not Literal ? Build.Reduce(ReductionKind.LogSumExp, exponent) : null;

    /// <summary>The logarithm of a term that is a product of exponentials and masks; −∞ where a mask is 0.</summary>
    private static Expr? LogOfTerm(Expr term) => term switch
    {
        Literal { Value: 0 } => MinusInfinity,
        Literal { Value: > 0 } known => new Literal(Math.Log(known.Value)),
        Call { Function: Exp } exp => exp[0],
        Select select => Choice(select, static branch => LogOfTerm(branch)),
        Call { Function: Multiply } product => LogOfProduct(product[0], product[1]) ?? LogOfProduct(product[1], product[0]),
        Call { Function: Subtract } difference when difference[0] is Literal minuend && difference[1] is Select { WhenTrue: Literal, WhenFalse: Literal } choice =>
            Choice(choice, branch => LogOfTerm(new Literal(minuend.Value - ((Literal)branch).Value))),
        _ => null,
    };

    private static Expr? LogOfProduct(Expr mask, Expr factor) => (LogOfTerm(mask), LogOfTerm(factor)) switch
    {
        (Select choice, { } rest) => Choice(choice, branch => Sum(branch, rest)),
        (Literal known, { } rest) => Sum(known, rest),
        _ => null,
    };

    private static Expr Sum(Expr branch, Expr rest) => branch.Equals(MinusInfinity) ? branch : branch + rest;

    private static Expr? Choice(Select select, Func<Expr, Expr?> logarithm) =>
        logarithm(select.WhenTrue) is { } whenTrue && logarithm(select.WhenFalse) is { } whenFalse ? Build.Select(select.Condition, whenTrue, whenFalse) : null;
}
