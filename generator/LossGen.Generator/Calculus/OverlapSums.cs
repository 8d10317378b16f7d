using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>
/// What is left of one minus an overlap: Σp + Σt − 2Σpt is Σ(p·(1 − t) + t·(1 − p)), and Σp² + Σt² − 2Σpt is Σ(p − t)². Neither cancels
/// where prediction and truth agree.
/// </summary>
internal static class OverlapSums
{
    /// <summary>The polynomial with its sums merged, or null if they are no such pair.</summary>
    public static Expr? Merge(Polynomial sum)
    {
        Monomial? product = sum.Terms.FirstOrDefault(static term => Body(term) is Call { Function: Multiply });
        if (product is null || Body(product) is not Call overlap)
        {
            return null;
        }

        foreach (bool squared in new[] { false, true })
        {
            Monomial? first = Find(squared ? Square.Of(overlap[0]) : overlap[0]);
            Monomial? second = Find(squared ? Square.Of(overlap[1]) : overlap[1]);
            if (first is not null && second is not null && !ReferenceEquals(first, second))
            {
                Expr difference = squared
                    ? Square.Of(overlap[0] - overlap[1])
                    : (overlap[0] * (Build.One - overlap[1])) + (overlap[1] * (Build.One - overlap[0]));
                Expr rest = Polynomial.Of(sum.Terms.Where(term => term != first && term != second && term != product), false).ToExpr();
                return (new Literal(first.Coefficient) * Build.Sum(difference)) + rest;
            }
        }

        return null;

        Monomial? Find(Expr body) => sum.Terms.FirstOrDefault(term => term.Coefficient == -0.5 * product.Coefficient && body.Equals(Body(term)));
    }

    /// <summary>Whether a polynomial has sums of squares.</summary>
    public static bool AreSquares(Polynomial sum) => sum.Terms.Count(static term => Body(term) is Call { Function: Square }) > 1;

    /// <summary>What a term sums up, if it is a constant times a sum over the columns.</summary>
    private static Expr? Body(Monomial term) =>
        term.Powers.ToList() is [{ Key: Reduce { Kind: ReductionKind.Sum } sum, Value: 1 }] ? sum.Body : null;
}
