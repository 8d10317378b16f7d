using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using Term = LossGen.Generator.Calculus.SumForm.Term;

namespace LossGen.Generator.Calculus;

/// <summary>a·b·f(x)·c + a·b·f(x)·d = a·b·f(x)·(c + d), as the product rule makes them by the dozen.</summary>
internal static class CommonFactors
{
    /// <summary>The terms, in pairs where two have at least two factors in common and one of these is a function.</summary>
    public static List<Term> TakeOut(List<Term> terms)
    {
        List<Term> rest = [.. terms];
        List<FactorSet> factors = [.. terms.Select(static term => new FactorSet(FactorsOf(term)))];
        for (int first = 0; first < rest.Count; first++)
        {
            int partner = -1;
            List<Expr> common = [];
            List<Expr> own = FactorsOf(rest[first]);
            for (int second = first + 1; second < rest.Count; second++)
            {
                List<Expr> shared = factors[second].Among(own);
                if (shared.Count > common.Count && shared.Count >= 2 && shared.Any(SumForm.IsFunction))
                {
                    (partner, common) = (second, shared);
                }
            }

            if (partner >= 0)
            {
                Expr sum = SumForm.ToExpr([Without(rest[first], common), Without(rest[partner], common)]);
                rest[first] = new(1, SumForm.Product(common) * sum);
                rest.RemoveAt(partner);
                factors.RemoveAt(partner);
            }
        }

        return rest;
    }

    /// <summary>The factors, a power whose exponent has been raised by one as the power and its base.</summary>
    private static List<Expr> FactorsOf(Term term) => [.. ProductForm.Of(term.Core).Factors.SelectMany(static factor =>
        factor is Call { Function: Pow } power && power[1] is Call { Function: Add } exponent && exponent[1].IsOne()
            ? new[] { Pow.Of(power[0], exponent[0]), power[0] }
            : [factor])];

    private static Term Without(Term term, List<Expr> factors)
    {
        List<Expr> rest = FactorsOf(term);
        foreach (Expr factor in factors)
        {
            rest.Remove(factor);
        }

        return new(term.Coefficient, SumForm.Product(rest));
    }
}
