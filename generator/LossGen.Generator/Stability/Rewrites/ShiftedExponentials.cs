using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>log(eˣ + c) with c that is not predicted, as in the negative binomial likelihood: above 0 it is x + log(1 + c·e⁻ˣ), and nothing overflows.</summary>
internal static class ShiftedExponentials
{
    public static Expr? Apply(Expr expression) =>
        expression is Call { Function: Log } log && log[0] is Call { Function: Add } sum
            ? Of(sum[0], sum[1], log) ?? Of(sum[1], sum[0], log)
            : null;

    private static Expr? Of(Expr exponential, Expr shift, Call log) =>
        exponential is Call { Function: Exp } exp && !exp[0].Equals(shift) && Given.Is(shift) && !Given.Is(exp[0])
            ? Build.Select(GreaterThan.Of(exp[0], Build.Zero), exp[0] + LogP1.Of(shift * Exp.Of(-exp[0])), new Call(Log.Instance, [log[0]]))
            : null;
}
