using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>
/// Quotients that need not be taken: x·(a/x) is a, also where x is 0 or ∞, as the chain rule leaves it of log(a/x) or of xᵏ/k.
/// And the derivative of a quotient whose numerator and denominator differ by a constant: 1/b − (a/b)/b is (b − a)/b², without the
/// cancellation of the two terms where a is large. Saturating losses such as r²/(1 + r²) live by it.
/// </summary>
internal static class Quotients
{
    public static Expr? Collect(Expr expression) => Cancel(expression, static _ => true) ?? CollectDerivative(expression);

    /// <summary>A product without what is both a factor and a divisor of it, if that is so of one that counts.</summary>
    public static Expr? Cancel(Expr expression, Func<Expr, bool> counts)
    {
        if (expression is not Call { Function: Multiply or Divide } || expression.Size > SumForm.MaximumSize)
        {
            return null;
        }

        List<Expr> factors = [];
        List<Expr> divisors = [];
        TakeApart(expression, factors, divisors);
        // Sums among them are left to a common denominator.
        return !divisors.Any(static part => part is Call { Function: Add or Subtract } && !ProductForm.IsHyperparameter(part)) && divisors.Any(divisor => counts(divisor) && factors.Contains(divisor)) && Polynomial.Of(expression) is { Terms: [_] } product ? product.ToExpr() : null;
    }

    private static void TakeApart(Expr expression, List<Expr> factors, List<Expr> divisors)
    {
        switch (expression)
        {
            case Call { Function: Multiply } product:
                TakeApart(product[0], factors, divisors);
                TakeApart(product[1], factors, divisors);
                break;
            case Call { Function: Divide } quotient:
                TakeApart(quotient[0], factors, divisors);
                TakeApart(quotient[1], divisors, factors);
                break;
            case Call { Function: Negate } negate:
                TakeApart(negate[0], factors, divisors);
                break;
            case not Literal:
                factors.Add(expression);
                break;
        }
    }

    private static Expr? CollectDerivative(Expr expression) =>
        expression is Call { Function: Subtract } difference
        && difference[0] is Call { Function: Divide } first
        && difference[1] is Call { Function: Divide } second
        && second[0] is Call { Function: Divide } quotient
        && first[1].Equals(second[1])
        && first[1].Equals(quotient[1])
        && Numerator(quotient[0], first[0]) is { } numerator
        && SumForm.Simplify(first[1] - numerator) is Literal constant
            ? constant * first[0] / first[1] / first[1]
            : null;

    /// <summary>The expression without the factor.</summary>
    private static Expr? Numerator(Expr product, Expr factor) => product switch
    {
        _ when factor.IsOne() => product,
        Call { Function: Multiply } call when call[0].Equals(factor) => call[1],
        Call { Function: Multiply } call when call[1].Equals(factor) => call[0],
        _ => null,
    };
}
