using System.Collections.Immutable;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Fixes;

/// <summary>Sums and quotients of exponentials that are logistic or hyperbolic functions.</summary>
internal static class ExponentialForms
{
    /// <summary>Those that are one function of the language.</summary>
    public static ImmutableArray<Form> Names { get; } = [ShareOfTwo, HyperbolicTangent, HyperbolicSineAndCosine, MinusOne, ErrorFunction];

    public static ImmutableArray<Form> All { get; } = [.. Names, QuotientAndProduct, DifferenceOfExponentials, PowerMinusOne, ComplementOfTanh, DividedByItsMinusOne, TwiceTheExponent, SquaredHyperbolicSine];

    /// <summary>eᵃ ÷ (eᵃ + eᵇ) = σ(a − b), also with eᵃ = 1.</summary>
    private static Expr? ShareOfTwo(Expr expression)
    {
        if (expression is not Call { Function: Divide } quotient || quotient[1].ExponentsOfSum() is not var (first, second))
        {
            return null;
        }

        (Expr factor, Expr? own) = quotient[0] is Call { Function: Multiply } product && FormPattern.Exponent(product[1]) is { } inner
            ? (product[0], inner)
            : (Build.One, FormPattern.Exponent(quotient[0]));
        return own switch
        {
            { } when own.Equals(first) => factor * Sigmoid.Of(own - second),
            { } when own.Equals(second) => factor * Sigmoid.Of(own - first),
            _ when first.IsZero() => quotient[0] * Sigmoid.Of(-second),
            _ when second.IsZero() => quotient[0] * Sigmoid.Of(-first),
            _ => null,
        };
    }

    /// <summary>(eᵃ − eᵇ) ÷ (eᵃ + eᵇ) = tanh((a − b) ÷ 2).</summary>
    private static Expr? HyperbolicTangent(Expr expression)
    {
        if (expression is not Call { Function: Divide } quotient
            || quotient[0] is not Call { Function: Subtract } difference
            || FormPattern.Exponent(difference[0]) is not { } first
            || FormPattern.Exponent(difference[1]) is not { } second
            || quotient[1].ExponentsOfSum() is not var (one, other))
        {
            return null;
        }

        return (one.Equals(first) && other.Equals(second)) || (one.Equals(second) && other.Equals(first))
            ? Tanh.Of(Half(first - second))
            : null;
    }

    private static Expr? HyperbolicSineAndCosine(Expr expression)
    {
        (Expr factor, Expr sum) = expression is Call { Function: Multiply } product && product[0] is Literal ? (product[0] * 2, product[1]) : (new Literal(2), expression);
        if (sum.ExponentsOfSum() is var (first, second) && first.Equals(-second))
        {
            return factor * Cosh.Of(first);
        }

        return sum is Call { Function: Subtract } difference
            && FormPattern.Exponent(difference[0]) is { } minuend and not Literal
            && FormPattern.Exponent(difference[1]) is { } subtrahend
            && minuend.Equals(-subtrahend)
                ? factor * Sinh.Of(minuend)
                : null;
    }

    private static Expr? MinusOne(Expr expression) => expression is Call { Function: Subtract } difference
        ? (difference[0], difference[1]) switch
        {
            (Call { Function: Exp } exp, Literal { Value: 1 }) => ExpM1.Of(exp[0]),
            (Literal { Value: 1 }, Call { Function: Exp } exp) => -ExpM1.Of(exp[0]),
            (Literal { Value: 1 }, Call { Function: Gaussian } exp) => -ExpM1.Of(-Square.Of(exp[0])),
            _ => null,
        }
        : null;

    private static Expr? QuotientAndProduct(Expr expression) => expression switch
    {
        Call { Function: Divide } quotient when quotient[0].Is<Exp>(out Expr first) && quotient[1].Is<Exp>(out Expr second) => Exp.Of(Difference(first, second)),
        Call { Function: Divide } quotient when quotient[1].Is<Exp>(out Expr exponent) => quotient[0] * Exp.Of(-exponent),
        Call { Function: Multiply } product when product[0].Is<Exp>(out Expr first) && product[1].Is<Exp>(out Expr second) => Exp.Of(Calculus.SumForm.Simplify(first + second)),
        _ => null,
    };

    /// <summary>eᵃ − eᵇ = eᵇ·(eᵃ⁻ᵇ − 1).</summary>
    private static Expr? DifferenceOfExponentials(Expr expression) =>
        expression is Call { Function: Subtract } difference && difference[0].Is<Exp>(out Expr first) && difference[1].Is<Exp>(out Expr second)
            ? Exp.Of(second) * ExpM1.Of(Difference(first, second))
            : null;

    /// <summary>(1 + u)ᵏ − 1.</summary>
    private static Expr? PowerMinusOne(Expr expression) =>
        expression is Call { Function: Subtract } difference && difference[1].IsOne()
        && difference[0] is Call { Function: Pow } power
            ? ExpM1.Of(power[1] * (power[0].BeyondOne() is { } part ? LogP1.Of(part) : Log.Of(power[0])))
            : null;

    private static Expr? ComplementOfTanh(Expr expression) => expression switch
    {
        Call { Function: Subtract } difference when difference[0].IsOne() && difference[1].Is<Tanh>(out Expr x) => 2 * Sigmoid.Of(-2 * x),
        Call { Function: Add } sum when sum.BeyondOne() is { } rest && rest.Is<Tanh>(out Expr x) => 2 * Sigmoid.Of(2 * x),
        Call { Function: Subtract } difference when difference[0].IsOne() && difference[1].SquareBase() is { } root && root.Is<Tanh>(out Expr x) => 4 * Sigmoid.Of(2 * x) * Sigmoid.Of(-2 * x),
        Call { Function: Subtract } difference when difference[0].IsOne() && difference[1].Is<Sigmoid>(out Expr x) => Sigmoid.Of(-x),
        _ => null,
    };

    private static Expr? ErrorFunction(Expr expression) => expression switch
    {
        Call { Function: Subtract } difference when difference[0].IsOne() && difference[1].Is<Erf>(out Expr x) => Erfc.Of(x),
        Call { Function: Subtract } difference when difference[0].IsOne() && difference[1].Is<Erfc>(out Expr x) => Erf.Of(x),
        Call { Function: Add } sum when sum.BeyondOne() is { } rest && rest.Is<Erf>(out Expr x) => Erfc.Of(-x),
        _ => null,
    };

    /// <summary>eˣ ÷ (eˣ − 1) = 1 ÷ (1 − e⁻ˣ).</summary>
    private static Expr? DividedByItsMinusOne(Expr expression) =>
        expression is Call { Function: Divide } quotient && quotient[0].Is<Exp>(out Expr exponent)
        && quotient[1] is Call { Function: Subtract } difference && difference[0].Equals(quotient[0]) && difference[1].IsOne()
            ? -1 / ExpM1.Of(-exponent)
            : null;

    /// <summary>(e²ˣ − 1) ÷ (eˣ − 1) = eˣ + 1.</summary>
    private static Expr? TwiceTheExponent(Expr expression) =>
        expression is Call { Function: Divide } quotient
        && quotient[0] is Call { Function: Subtract } above && above[1].IsOne() && above[0].Is<Exp>(out Expr twice)
        && quotient[1] is Call { Function: Subtract } below && below[1].IsOne() && below[0].Is<Exp>(out Expr once)
        && Difference(twice, 2 * once).IsZero()
            ? below[0] + 1
            : null;

    /// <summary>eˣ − 2 + e⁻ˣ = 4·sinh²(x ÷ 2).</summary>
    private static Expr? SquaredHyperbolicSine(Expr expression)
    {
        if (expression is not Call { Function: Add or Subtract })
        {
            return null;
        }

        Expr plusTwo = Difference(expression, new Literal(-2));
        return plusTwo.ExponentsOfSum() is var (first, second) && first.Equals(-second) ? 4 * Square.Of(Sinh.Of(Half(first))) : null;
    }

    private static Expr Difference(Expr left, Expr right) => Calculus.SumForm.Simplify(left - right);

    private static Expr Half(Expr sum) => Calculus.SumForm.Simplify(sum) is Call { Function: Multiply } product && product[0] is Literal factor
        ? new Literal(factor.Value / 2) * product[1]
        : Build.Half * Calculus.SumForm.Simplify(sum);
}
