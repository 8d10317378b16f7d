using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>log(1 + eˣ) and its disguises are softplus(x), whose slope is a sigmoid and which never overflows.</summary>
internal static class SoftplusRewrites
{
    public static Expr? Apply(Expr expression) => expression switch
    {
        Call { Function: Log } log => LogOf(log[0]),
        Call { Function: LogP1 } log when log[0] is Call { Function: Exp } exp => Softplus.Of(exp[0]),
        Call { Function: LogP1 } log when log[0] is Call { Function: Negate } negate && negate[0] is Call { Function: Sigmoid } sigmoid => -Softplus.Of(sigmoid[0]),
        Call { Function: LogAddExp } sum when sum[0].IsZero() => Softplus.Of(sum[1]),
        Call { Function: LogAddExp } sum when sum[1].IsZero() => Softplus.Of(sum[0]),
        _ => null,
    };

    private static Expr? LogOf(Expr argument) => argument switch
    {
        Call { Function: Sigmoid } sigmoid => -Softplus.Of(-sigmoid[0]),
        Call { Function: Add } sum when sum[0].IsOne() && sum[1] is Call { Function: Exp } exp => Softplus.Of(exp[0]),
        Call { Function: Add } sum when sum[1].IsOne() && sum[0] is Call { Function: Exp } exp => Softplus.Of(exp[0]),
        Call { Function: Subtract } difference when difference[0].IsOne() && difference[1] is Call { Function: Sigmoid } sigmoid => -Softplus.Of(sigmoid[0]),
        _ => null,
    };
}
