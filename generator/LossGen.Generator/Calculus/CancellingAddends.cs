using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>
/// a·(b + c) − a·b is a·c, whether or not b + c is a factor of a too: the chain rule leaves such sums where a number is scaled in and out again, as in s·f(x/s), whose derivative by s is f(z) − z·f′(z).
/// In the arithmetic the two terms would cancel but for their rounding.
/// </summary>
internal static class CancellingAddends
{
    public static Expr? Collect(Expr expression)
    {
        if (expression is not Call { Function: Add or Subtract } || expression.Size > SumForm.MaximumSize)
        {
            return null;
        }

        List<Expr> terms = TermsOf(expression);
        if (!terms.Any(IsQuotientOrProductOfSum))
        {
            return null;
        }

        List<Monomial?> products = [.. terms.Select(static term => Polynomial.Of(term) is { Terms: [var product] } ? product : null)];
        bool changes = false;
        for (int position = 0; position < terms.Count; position++)
        {
            while (products[position] is { } product && (Opposite(product, products, position) ?? WithoutAddend(product, products)) is var (rest, partner))
            {
                changes = true;
                products[position] = rest;
                terms[position] = rest is null ? Build.Zero : Polynomial.Of([rest], false).ToExpr();
                products[partner] = null;
                terms[partner] = Build.Zero;
            }
        }

        return changes ? terms.Aggregate(Build.Zero, static (sum, term) => sum + term) : null;
    }

    /// <summary>A later term that the product is the negative of: nothing is left.</summary>
    private static (Monomial? Remainder, int Partner)? Opposite(Monomial product, List<Monomial?> products, int position) =>
        products.FindIndex(position + 1, other => other is not null && IsNegative(other, product)) is >= 0 and var partner ? (null, partner) : null;

    /// <summary>The product without the addend of a sum among its factors that another term is the negative of; null if there is none, and a product of null if nothing is left.</summary>
    private static (Monomial? Remainder, int Partner)? WithoutAddend(Monomial product, List<Monomial?> products)
    {
        foreach (Expr sum in product.Powers.Where(static power => power.Value > 0 && power.Key is Call { Function: Add or Subtract }).Select(static power => power.Key))
        {
            List<Expr> addends = TermsOf(sum);
            Monomial scale = product.Times(Monomial.Of(sum, -1));
            foreach (Expr addend in addends)
            {
                if (Polynomial.Of(addend) is { Terms: [var part] } && scale.Times(part) is var multiple
                    && products.FindIndex(other => other is not null && !ReferenceEquals(other, product) && IsNegative(other, multiple)) is >= 0 and var partner)
                {
                    Expr rest = addends.Where(other => !ReferenceEquals(other, addend)).Aggregate(Build.Zero, static (left, right) => left + right);
                    return (rest.IsZero() ? null : Polynomial.Of(rest) is { Terms: [var single] } ? scale.Times(single) : scale.Times(Monomial.Of(rest, 1)), partner);
                }
            }
        }

        return null;
    }

    private static bool IsNegative(Monomial left, Monomial right) => left.IsLike(right) && SumForm.IsRounding(left.Coefficient + right.Coefficient, left.Coefficient);

    private static bool IsQuotientOrProductOfSum(Expr term) => term switch
    {
        Call { Function: Divide } => true,
        Call { Function: Multiply } product => product.Arguments.Items.Any(static factor => factor is Call { Function: Add or Subtract } || IsQuotientOrProductOfSum(factor)),
        Call { Function: Negate } negate => IsQuotientOrProductOfSum(negate[0]),
        _ => false,
    };

    private static List<Expr> TermsOf(Expr sum) => [.. Addends.Of(sum).Select(static addend => addend.Sign < 0 ? -addend.Term : addend.Term)];
}
