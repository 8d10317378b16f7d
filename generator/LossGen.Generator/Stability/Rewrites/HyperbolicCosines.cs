using System;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// log(eˣ + e⁻ˣ) is log(cosh x) + log 2, of which − log 2, or a factor ½ of both exponentials, leaves log(cosh x): its digits near 0 are not lost against log 2, nor is the
/// slope tanh x a difference of two numbers near ½.
/// </summary>
internal static class HyperbolicCosines
{
    public static Expr? Apply(Expr expression) =>
        expression is Call { Function: LogAddExp } sum && sum[0] is not Literal && SumForm.Simplify(sum[0] + sum[1]) is Literal shift
            ? LogCosh.Of(SumForm.Simplify(sum[0] - (shift.Value / 2))) + (Math.Log(2) + (shift.Value / 2))
            : null;
}
