using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// The logarithm of a sum of products, quotients and powers whose own logarithms are known: log(w·e^a + (1 − w)·e^b) of mixtures, where all terms may
/// underflow. A term that all but fills the sum, as in log(σ(x) + σ(−x)·q) of zero-inflated counts, leaves log(1 − σ(−x)·(1 − q)).
/// </summary>
internal static class LogarithmOfSums
{
    public static Expr? Apply(Expr expression) =>
        expression is Call { Function: Log } log && log[0] is Call { Function: Add } sum && LogOf(sum[0]) is { } left && LogOf(sum[1]) is { } right && sum[0] is not Literal && sum[1] is not Literal
            ? Inflated(sum[0], sum[1], left, right) ?? Inflated(sum[1], sum[0], left, right) ?? LogAddExp.Of(left, right)
            : null;

    private static Expr? Inflated(Expr gate, Expr rest, Expr left, Expr right)
    {
        if (gate is not Call { Function: Sigmoid } sigmoid || rest is not Call { Function: Multiply } product)
        {
            return null;
        }

        Expr complement = Sigmoid.Of(-sigmoid[0]);
        Expr? quotient = product[0].Equals(complement) ? product[1] : product[1].Equals(complement) ? product[0] : null;
        if (quotient is null || LogOf(quotient) is not { } logarithm)
        {
            return null;
        }

        Expr excess = complement * ExpM1.Of(logarithm);
        return Build.Select(GreaterThan.Of(excess, -Build.Half), LogP1.Of(excess), LogAddExp.Of(left, right));
    }

    /// <summary>The logarithm of a term, if it is known without the term and cannot be that of a negative number.</summary>
    private static Expr? LogOf(Expr term) => term switch
    {
        Literal { Value: > 0 } literal => Log.Of(literal),
        Call { Function: Exp or Erfc or Gaussian or HalfGaussian or Sigmoid } call => Log.Of(call),
        Call { Function: Multiply } product => LogOf(product[0]) is { } left && LogOf(product[1]) is { } right ? left + right : null,
        Call { Function: Divide } quotient => LogOf(quotient[0]) is { } dividend && LogOf(quotient[1]) is { } divisor ? dividend - divisor : null,
        Call { Function: Pow } power => LogOf(power[0]) is { } root ? power[1] * root : null,
        Call { Function: Square } square => LogOf(square[0]) is { } root ? 2 * root : null,
        _ => null,
    };
}
