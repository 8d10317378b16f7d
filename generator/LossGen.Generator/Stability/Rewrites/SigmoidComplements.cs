using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>In a sum, c·σ(x) − c is −c·σ(−x), which keeps its digits where σ(x) rounds to 1, and c·σ(x) − c·σ(−x) is c·tanh(x/2), which keeps them near 0.</summary>
internal static class SigmoidComplements
{
    public static Expr? Apply(Expr expression)
    {
        if (expression is not Call { Function: Add or Subtract } || expression.Size > SumForm.MaximumSize)
        {
            return null;
        }

        List<SumTerm> terms = SumTerm.Of(expression);
        return terms.Select(term => Rewrite(term, terms)).FirstOrDefault(static rewritten => rewritten is not null);
    }

    private static Expr? Rewrite(SumTerm term, List<SumTerm> terms)
    {
        if (term.Product?.Powers.Where(static power => power.Value == 1 && power.Key is Call { Function: Sigmoid }).Select(static power => (Call)power.Key).ToList() is not [var sigmoid])
        {
            return null;
        }

        Monomial opposite = term.Product.Without(sigmoid);
        opposite = opposite.WithCoefficient(-opposite.Coefficient);
        List<SumTerm> rest = [.. terms.Where(other => !ReferenceEquals(other, term))];
        if (term.Product.Coefficient > 0 && SumTerm.Remove(rest, opposite.Times(Monomial.Of(Sigmoid.Of(-sigmoid[0]), 1))))
        {
            return SumTerm.ToExpr(rest) + (Polynomial.Of([term.Product.Without(sigmoid)], false).ToExpr() * Tanh.Of(SumForm.Simplify(Build.Half * sigmoid[0])));
        }

        return SumTerm.Remove(rest, opposite) ? SumTerm.ToExpr(rest) + (Polynomial.Of([opposite], false).ToExpr() * Sigmoid.Of(-sigmoid[0])) : null;
    }
}
