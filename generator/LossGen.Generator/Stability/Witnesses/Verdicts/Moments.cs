using System.Collections.Generic;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Witnesses.Verdicts;

/// <summary>
/// Sums of second moments, as x² − y², E[xy] − E[x]·E[y] and a·a − 2·a·b + b·b. They can be written with differences of the inputs,
/// which are exact; differences of distances, which are squares of differences already, cannot.
/// </summary>
internal static class Moments
{
    /// <summary>Whether terms are products of inputs or of their means, each with an input that another term has, too.</summary>
    public static bool AreRelated(List<Expr> terms) => AreSquares(terms)
        || (terms.TrueForAll(static term => IsProduct(WithoutSum(term)))
            && terms.TrueForAll(term => terms.Exists(other => !ReferenceEquals(term, other) && SumTerms.HaveInputInCommon(term, other))));

    /// <summary>x² − y², E[x²] − E[x]².</summary>
    public static bool AreSquares(List<Expr> terms) =>
        terms.Count == 2 && terms.TrueForAll(static term => SumTerms.IsSquareOf(WithoutSum(term), out Expr root) && IsLinear(root));

    private static bool IsProduct(Expr term) => (SumTerms.IsSquareOf(term, out Expr root) && IsLinear(root))
        || (term is Call { Function: Multiply } product && IsLinear(product[0]) && IsLinear(product[1]));

    private static bool IsLinear(Expr expression) => expression switch
    {
        Variable or Read => true,
        Reduce { Kind: ReductionKind.Sum } sum => sum.Body is Read,
        Call { Function: Divide } quotient => quotient[1] is Literal or ColumnCount && IsLinear(quotient[0]),
        Call { Function: Multiply } product => product[0] is Literal && IsLinear(product[1]),
        _ => false,
    };

    private static Expr WithoutSum(Expr term) => term is Reduce { Kind: ReductionKind.Sum } sum ? sum.Body : term;
}
