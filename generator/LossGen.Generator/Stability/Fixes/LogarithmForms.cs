using System.Collections.Immutable;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Fixes;

/// <summary>Logarithms of sums, products and powers, and products with logarithms.</summary>
internal static class LogarithmForms
{
    /// <summary>Those that are one function of the language.</summary>
    public static ImmutableArray<Form> Names { get; } = [LogSumOfExponentials, HyperbolicCosine, LogOneMinusExponential, LogOnePlus, InverseHyperbolic];

    public static ImmutableArray<Form> All { get; } = [.. Names, LogSumOfWeightedExponentials, LogDifferenceOfExponentials, LogExponentialMinusOne, ProductWithLogarithm, LogOfQuotient, LogOfProduct, LogOfSquare, DifferenceOfLogarithms];

    /// <summary>log(eᵃ + eᵇ), also with a constant factor.</summary>
    private static Expr? LogSumOfExponentials(Expr expression) => expression switch
    {
        _ when expression.Is<Log>(out Expr argument) && argument.ExponentsOfSum() is var (first, second) => LogAddExp.Of(first, second),
        _ when expression.Is<LogP1>(out Expr argument) && FormPattern.Exponent(argument) is { } exponent => Softplus.Of(exponent),
        _ => null,
    };

    /// <summary>log(v·eᵃ + w·eᵇ), the density of a mixture.</summary>
    private static Expr? LogSumOfWeightedExponentials(Expr expression) =>
        expression.Is<Log>(out Expr argument) && argument is Call { Function: Add } sum && WeightedExponent(sum[0]) is { } first && WeightedExponent(sum[1]) is { } second
            ? LogAddExp.Of(first, second)
            : null;

    /// <summary>log w + a of w·eᵃ, where w is a positive number.</summary>
    private static Expr? WeightedExponent(Expr term) => term is Call { Function: Multiply } product && product[0] is Literal { Value: > 0 } && product[1].Is<Exp>(out Expr exponent)
        ? Log.Of(product[0]) + exponent
        : FormPattern.Exponent(term);

    /// <summary>log((eˣ + e⁻ˣ) ÷ 2).</summary>
    private static Expr? HyperbolicCosine(Expr expression) =>
        expression.Is<Log>(out Expr argument)
        && argument is Call { Function: Multiply } half && half[0] is Literal { Value: 0.5 }
        && half[1].ExponentsOfSum() is var (first, second) && first.Equals(-second)
            ? LogCosh.Of(first)
            : null;

    private static Expr? LogOneMinusExponential(Expr expression) =>
        expression.Is<Log>(out Expr argument) && argument is Call { Function: Subtract } difference && difference[0].IsOne() && difference[1].Is<Exp>(out Expr exponent)
            ? Log1MExp.Of(exponent)
            : null;

    private static Expr? LogOnePlus(Expr expression) =>
        expression.Is<Log>(out Expr argument) && argument.BeyondOne() is { } rest and not Literal ? LogP1.Of(rest) : null;

    /// <summary>log(x + √(x² ± 1)).</summary>
    private static Expr? InverseHyperbolic(Expr expression)
    {
        if (!expression.Is<Log>(out Expr argument) || argument is not Call { Function: Add } sum)
        {
            return null;
        }

        (Expr x, Expr root) = sum[0] is Call { Function: Sqrt or Hypot } ? (sum[1], sum[0]) : (sum[0], sum[1]);
        return root switch
        {
            Call { Function: Sqrt } sqrt when sqrt[0].BeyondOne() is { } square && x.Equals(square.SquareBase()) => Asinh.Of(x),
            Call { Function: Sqrt } sqrt when sqrt[0] is Call { Function: Subtract } difference && difference[1].IsOne() && x.Equals(difference[0].SquareBase()) => Acosh.Of(x),
            Call { Function: Hypot } hypot when (hypot[0].Equals(x) && hypot[1].IsOne()) || (hypot[1].Equals(x) && hypot[0].IsOne()) => Asinh.Of(x),
            _ => null,
        };
    }

    /// <summary>log(eᵃ − eᵇ) = a + log(1 − eᵇ⁻ᵃ).</summary>
    private static Expr? LogDifferenceOfExponentials(Expr expression) =>
        expression.Is<Log>(out Expr argument) && argument is Call { Function: Subtract } difference && difference[0].Is<Exp>(out Expr first) && difference[1].Is<Exp>(out Expr second)
            ? first + Log1MExp.Of(second - first)
            : null;

    /// <summary>log(eᵃ − 1) = a + log(1 − e⁻ᵃ), the inverse of the softplus.</summary>
    private static Expr? LogExponentialMinusOne(Expr expression)
    {
        if (!expression.Is<Log>(out Expr argument))
        {
            return null;
        }

        Expr? exponent = argument switch
        {
            Call { Function: ExpM1 } whole => whole[0],
            Call { Function: Subtract } difference when difference[0].Is<Exp>(out Expr power) && difference[1].IsOne() => power,
            _ => null,
        };
        return exponent is null ? null : exponent + Log1MExp.Of(-exponent);
    }

    /// <summary>x·log y, which is 0 for x = 0.</summary>
    private static Expr? ProductWithLogarithm(Expr expression)
    {
        if (expression is not Call { Function: Multiply } product)
        {
            return null;
        }

        foreach ((Expr factor, Expr other) in new[] { (product[0], product[1]), (product[1], product[0]) })
        {
            if (other.Is<Log>(out Expr argument) && factor is not Literal)
            {
                return argument.BeyondOne() is { } rest and not Literal ? XLogP1Y.Of(factor, rest) : XLogY.Of(factor, argument);
            }

            if (other.Is<LogP1>(out Expr part) && factor is not Literal)
            {
                return XLogP1Y.Of(factor, part);
            }

            if (other is Call { Function: Subtract } difference && difference[0].Is<Log>(out Expr first) && difference[1].Is<Log>(out Expr second))
            {
                return XLogY.Of(factor, first) - XLogY.Of(factor, second);
            }
        }

        return null;
    }

    private static Expr? LogOfQuotient(Expr expression) =>
        expression.Is<Log>(out Expr argument) && argument is Call { Function: Divide } quotient ? Log.Of(quotient[0]) - Log.Of(quotient[1]) : null;

    private static Expr? LogOfProduct(Expr expression) => expression.Is<Log>(out Expr argument)
        ? argument switch
        {
            Call { Function: Multiply } product => Log.Of(product[0]) + Log.Of(product[1]),
            Reduce { Kind: ReductionKind.Product } product => Build.Sum(Log.Of(product.Body)),
            Call { Function: Pow } power => power[1] * Log.Of(power[0]),
            _ => null,
        }
        : null;

    private static Expr? LogOfSquare(Expr expression) =>
        expression.Is<Log>(out Expr argument) && argument.SquareBase() is { } root ? 2 * Log.Of(Abs.Of(root)) : null;

    /// <summary>log a − log b = log(1 + (a − b) ÷ b).</summary>
    private static Expr? DifferenceOfLogarithms(Expr expression) =>
        expression is Call { Function: Subtract } difference && difference[0].Is<Log>(out Expr first) && difference[1].Is<Log>(out Expr second)
            ? LogP1.Of(Calculus.SumForm.Simplify(first - second) / second)
            : null;
}
