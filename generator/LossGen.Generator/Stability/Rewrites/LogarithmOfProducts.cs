using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// The logarithm of a product or quotient is taken apart where one side is an exponential, a sigmoid or a softmax weight: its
/// logarithm is known without computing it, so that neither it nor the product can underflow, and derivatives have no quotients. So is that of the larger of an
/// exponential and a positive bound: log(eˣ / max(eˣ, c)) is 0 exactly where eˣ is the larger.
/// </summary>
internal static class LogarithmOfProducts
{
    public static Expr? Apply(Expr expression) => expression switch
    {
        Call { Function: Log } log => LogOf(log[0]),
        Call { Function: XLogY } entropy when HasPlainLogarithm(entropy[1]) => EntropyOf(entropy[0], Separate(entropy[1])),
        _ => null,
    };

    private static Expr? LogOf(Expr argument) => argument switch
    {
        Call { Function: Divide or Multiply } when HasPlainLogarithm(argument) => LogOf(Separate(argument)),
        Call { Function: Max or Min } extremum when HasPlainLogarithm(extremum) => Build.Call(extremum.Function, Log.Of(extremum[0]), Log.Of(extremum[1])),
        Call { Function: Subtract } difference when difference[0] is Call { Function: Sigmoid } upper && difference[1] is Call { Function: Sigmoid } lower => LogOfDifference(upper[0], lower[0]),
        _ => null,
    };

    private static Expr LogOf(Separated product) => (LogOf(product.Rest) ?? Log.Of(product.Rest)) + product.Logarithm;

    private static Expr EntropyOf(Expr weight, Separated product) =>
        product.Rest.IsOne() ? weight * product.Logarithm : XLogY.Of(weight, product.Rest) + (weight * product.Logarithm);

    /// <summary>σ(a) − σ(b) = σ(a)·σ(−b)·(1 − e^(b − a)), which is how the thresholds of ordinal regression are read.</summary>
    private static Expr LogOfDifference(Expr upper, Expr lower) =>
        Log1MExp.Of(SumForm.Simplify(lower - upper)) - Softplus.Of(-upper) - Softplus.Of(lower);

    /// <summary>
    /// Takes out the factors that are positive and have a plain logarithm. The others stay together: two negative ones have a product that has
    /// a logarithm, though they have none themselves.
    /// </summary>
    private static Separated Separate(Expr expression)
    {
        if (expression is not Call { Function: Divide or Multiply } call)
        {
            return HasPlainLogarithm(expression) ? new(Build.One, LogOf(expression) ?? Log.Of(expression)) : new(expression, Build.Zero);
        }

        Separated left = Separate(call[0]);
        Separated right = Separate(call[1]);
        return call.Function is Multiply
            ? new(left.Rest * right.Rest, left.Logarithm + right.Logarithm)
            : new(left.Rest / right.Rest, left.Logarithm - right.Logarithm);
    }

    private static bool HasPlainLogarithm(Expr expression) => expression switch
    {
        Call { Function: Erfc or Exp or Gaussian or HalfGaussian or Sigmoid or SoftMaxWeight } => true,
        Call { Function: Divide or Multiply } call => HasPlainLogarithm(call[0]) || HasPlainLogarithm(call[1]),
        Call { Function: Max or Min } extremum => extremum.Arguments.Items.Any(static argument => argument is Call { Function: Exp })
            && extremum.Arguments.Items.All(static argument => argument is Call { Function: Exp } or Literal { Value: > 0 }),
        _ => false,
    };

    /// <summary>A product as the factors without a plain logarithm, and the logarithm of the others.</summary>
    private sealed record Separated(Expr Rest, Expr Logarithm);
}
