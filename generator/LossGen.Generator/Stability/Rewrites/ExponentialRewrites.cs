using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>eˣ − 1 is expm1(x), and log(1 + x) is log1p(x): both keep their digits near x = 0.</summary>
internal static class ExponentialRewrites
{
    public static Expr? Apply(Expr expression) => expression switch
    {
        Call { Function: Subtract } difference when difference[1].IsOne() && difference[0] is Call { Function: Exp } exp => ExpM1.Of(exp[0]),
        Call { Function: Subtract } difference when difference[0].IsOne() && difference[1] is Call { Function: Exp } exp => -ExpM1.Of(exp[0]),
        Call { Function: Log } log when log[0] is Call { Function: Add } sum && sum[0].IsOne() => LogP1.Of(sum[1]),
        Call { Function: Log } log when log[0] is Call { Function: Add } sum && sum[1].IsOne() => LogP1.Of(sum[0]),
        Call { Function: Log } log when log[0] is Call { Function: Subtract } difference && difference[0].IsOne() => LogP1.Of(-difference[1]),
        _ => null,
    };
}
