using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// The logarithm of a product or quotient is taken apart where one side is an exponential, a sigmoid or a softmax weight: its
/// logarithm is known without computing it, so that neither it nor the product can underflow, and derivatives have no quotients.
/// </summary>
internal static class LogarithmOfProducts
{
    public static Expr? Apply(Expr expression) => expression switch
    {
        Call { Function: Log } log => LogOf(log[0]),
        Call { Function: XLogY } entropy => entropy[1] switch
        {
            Call { Function: Divide } quotient when HasPlainLogarithm(quotient[1]) => XLogY.Of(entropy[0], quotient[0]) - (entropy[0] * Logarithm(quotient[1])),
            Call { Function: Multiply } product when HasPlainLogarithm(product[1]) => XLogY.Of(entropy[0], product[0]) + (entropy[0] * Logarithm(product[1])),
            _ => null,
        },
        _ => null,
    };

    private static Expr? LogOf(Expr argument) => argument switch
    {
        Call { Function: Divide } quotient when HasPlainLogarithm(quotient[0]) || HasPlainLogarithm(quotient[1]) => Logarithm(quotient[0]) - Logarithm(quotient[1]),
        Call { Function: Multiply } product when HasPlainLogarithm(product[0]) || HasPlainLogarithm(product[1]) => Logarithm(product[0]) + Logarithm(product[1]),
        Call { Function: Subtract } difference when difference[0] is Call { Function: Sigmoid } upper && difference[1] is Call { Function: Sigmoid } lower => LogOfDifference(upper[0], lower[0]),
        _ => null,
    };

    /// <summary>σ(a) − σ(b) = σ(a)·σ(−b)·(1 − e^(b − a)), which is how the thresholds of ordinal regression are read.</summary>
    private static Expr LogOfDifference(Expr upper, Expr lower) =>
        Log1MExp.Of(SumForm.Simplify(lower - upper)) - Softplus.Of(-upper) - Softplus.Of(lower);

    private static Expr Logarithm(Expr argument) => LogOf(argument) ?? Log.Of(argument);

    private static bool HasPlainLogarithm(Expr expression) => expression switch
    {
        Call { Function: Exp or Sigmoid or SoftMaxWeight } => true,
        Call { Function: Divide or Multiply } call => HasPlainLogarithm(call[0]) || HasPlainLogarithm(call[1]),
        _ => false,
    };
}
