using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>A term of a sum.</summary>
/// <param name="Expression">The term as it stands in the sum, without its sign.</param>
/// <param name="Sign">1, or −1 if it is subtracted.</param>
/// <param name="Product">The term as a product of powers, its sign included; null if it is none.</param>
internal sealed record SumTerm(Expr Expression, double Sign, Monomial? Product)
{
    /// <summary>The exponential or logarithm among the factors, if there is just one.</summary>
    public Call? Function { get; } = FunctionOf(Product);

    /// <summary>What the function is multiplied with.</summary>
    public Monomial? Coefficient => Function is null ? null : Product!.Without(Function);

    /// <summary>The terms of a sum, sums in it taken apart.</summary>
    public static List<SumTerm> Of(Expr sum) =>
        [.. Addends.Of(sum).Select(static addend => new SumTerm(addend.Term, addend.Sign, Polynomial.Of(addend.Term)?.Times(addend.Sign).Terms is [var single] ? single : null))];

    /// <summary>Takes a product out of a sum; false if the sum has none like it.</summary>
    public static bool Remove(List<SumTerm> terms, Monomial product)
    {
        int position = terms.FindIndex(term => term.Product is { } candidate && candidate.Coefficient == product.Coefficient && candidate.IsLike(product));
        if (position >= 0)
        {
            terms.RemoveAt(position);
        }

        return position >= 0;
    }

    /// <summary>Takes a product with a further factor out of a sum, term by term if the factor is a sum; false, and the terms are no use any more, if it is not there.</summary>
    public static bool RemoveMultiple(List<SumTerm> terms, Monomial product, Expr factor)
    {
        if (factor is Call { Function: Add or Subtract } && Remove(terms, product.Times(Monomial.Of(factor, 1))))
        {
            return true;
        }

        List<SumTerm> parts = Of(factor);
        return parts.All(part => part.Product is not null && Remove(terms, product.Times(part.Product)));
    }

    public static Expr ToExpr(IEnumerable<SumTerm> terms) =>
        terms.Aggregate(Build.Zero, static (sum, term) => term.Sign < 0 ? sum - term.Expression : sum + term.Expression);

    /// <summary>What the function is multiplied with, as an expression.</summary>
    public Expr Factor() => Polynomial.Of([Coefficient!], false).ToExpr();

    private static Call? FunctionOf(Monomial? product) =>
        product?.Powers.Where(static power => power.Value == 1 && power.Key is Call { Function: Exp or ExpM1 or Log or LogP1 }).Select(static power => (Call)power.Key).ToList() is [var function]
            ? function
            : null;
}
