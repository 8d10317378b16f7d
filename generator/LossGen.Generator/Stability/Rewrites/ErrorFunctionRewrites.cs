using System;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// Normal tails: 1 + erf x, ½ − ½·erf x, 1 − ½·erfc x and the like are multiples of one erfc, which keeps its digits in its tail, and their logarithm is
/// a function of its own, which does not underflow where erfc does. Likewise the logarithm of a difference of two, the probability of an interval.
/// </summary>
internal static class ErrorFunctionRewrites
{
    public static Expr? Apply(Expr expression) => expression switch
    {
        Call { Function: Add or Subtract } sum => TailOf(sum) is { } tail ? tail.ToExpr() : Multiple.Of(sum)?.Odd() ?? SumOf(sum),
        Call { Function: Log } log => LogOf(log[0]),
        Call { Function: LogP1 } log when Multiple.Of(log[0]) is { } part => (part with { Constant = part.Constant + 1 }).Tail() is { } tail ? tail.Logarithm() : null,
        Call { Function: XLogY } entropy when LogOf(entropy[1]) is { } logarithm => entropy[0] * logarithm,
        _ => null,
    };

    private static Multiple? TailOf(Call sum) => Multiple.Of(sum)?.Tail();

    private static Expr? LogOf(Expr argument) => Multiple.Of(argument)?.Tail() is { } tail ? tail.Logarithm() : argument is Call { Function: Add or Subtract or Multiply } ? LogOfDifference(argument) : null;

    /// <summary>log(erfc x) − log 2, where x is far on the left, cancels.</summary>
    private static Expr? SumOf(Call sum) => (sum.Function, sum[0], sum[1]) switch
    {
        (Subtract, Call { Function: LogErfc } log, Literal literal) when literal.Value == Math.Log(2) => LogHalfErfc.Of(log[0]),
        (Add, Call { Function: LogErfc } log, Literal literal) when literal.Value == -Math.Log(2) => LogHalfErfc.Of(log[0]),
        (Add, Literal literal, Call { Function: LogErfc } log) when literal.Value == -Math.Log(2) => LogHalfErfc.Of(log[0]),
        _ => null,
    };

    /// <summary>
    /// log(k·(erfc a − erfc b)) with a &lt; b is log k + log(erfc a) + log(1 − erfc b/erfc a), and by erfc a − erfc b = erfc(−b) − erfc(−a) the same of
    /// the other tails: those on whose side the interval lies keep the digits.
    /// </summary>
    private static Expr? LogOfDifference(Expr difference)
    {
        double factor = 1;
        while (difference is Call { Function: Multiply } product && product[0] is Literal { Value: > 0 } constant)
        {
            (factor, difference) = (factor * constant.Value, product[1]);
        }

        if (difference is not Call { Function: Subtract } pair || Multiple.Of(pair[0]) is not { } left || Multiple.Of(pair[1]) is not { } right
            || left.Constant != right.Constant || left.Factor != right.Factor)
        {
            return null;
        }

        (Expr a, Expr b) = left.Factor > 0 ? (left.Argument, right.Argument) : (right.Argument, left.Argument);
        return Log.Of(Math.Abs(left.Factor) * factor) + Build.Select(GreaterThan.Of(a + b, Build.Zero), LogOfInterval(a, b), LogOfInterval(-b, -a));
    }

    private static Expr LogOfInterval(Expr a, Expr b) => LogErfc.Of(a) + Log1MExp.Of(LogErfc.Of(b) - LogErfc.Of(a));

    /// <summary>c + f·erfc(x), with literals c and f.</summary>
    private sealed record Multiple(double Constant, double Factor, Expr Argument)
    {
        public static Multiple? Of(Expr expression) => expression switch
        {
            Call { Function: Erf } erf => new(1, -1, erf[0]),
            Call { Function: Erfc } erfc => new(0, 1, erfc[0]),
            Call { Function: Negate } negate => Of(negate[0])?.Times(-1),
            Call { Function: Add } sum => sum[0] is Literal left ? Of(sum[1])?.Plus(left.Value) : sum[1] is Literal right ? Of(sum[0])?.Plus(right.Value) : null,
            Call { Function: Subtract } difference => difference[0] is Literal left ? Of(difference[1])?.Times(-1).Plus(left.Value)
                : difference[1] is Literal right ? Of(difference[0])?.Plus(-right.Value)
                : null,
            Call { Function: Multiply } product => product[0] is Literal left ? Of(product[1])?.Times(left.Value) : product[1] is Literal right ? Of(product[0])?.Times(right.Value) : null,
            Call { Function: Divide } quotient => quotient[1] is Literal divisor ? Of(quotient[0])?.Times(1 / divisor.Value) : null,
            _ => null,
        };

        /// <summary>The same without a constant, if it is one tail or the other: 2 − erfc x is erfc(−x).</summary>
        public Multiple? Tail() => Constant == 0 ? this : Constant == -2 * Factor ? new(0, -Factor, -Argument) : null;

        /// <summary>f·erfc(x) − f as −f·erf(x), which keeps its digits near 0; null if it is something else.</summary>
        public Expr? Odd() => Constant == -Factor ? Constant * Erf.Of(Argument) : null;

        /// <summary>The logarithm of a tail; null if its factor is negative.</summary>
        public Expr? Logarithm() => Factor switch
        {
            0.5 => LogHalfErfc.Of(Argument),
            > 0 => Log.Of(Factor) + LogErfc.Of(Argument),
            _ => null,
        };

        public Expr ToExpr() => Factor * Erfc.Of(Argument);

        private Multiple Plus(double constant) => this with { Constant = Constant + constant };

        private Multiple Times(double factor) => this with { Constant = factor * Constant, Factor = factor * Factor };
    }
}
