using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>
/// Terms over sums in denominators, brought to a common denominator where that makes terms of opposite signs cancel in the algebra rather than
/// in the arithmetic: 1 − 1/(1 + u) is u/(1 + u), and 1/b − 2u²/b² with b = 1 + u² is (1 − u²)/b².
/// </summary>
internal static class CommonDenominator
{
    /// <summary>
    /// For formulas that are still to be differentiated: without sums over a row, except where they become Σ(p − t)². An overlap n/d has derivatives
    /// that do not cancel; those of (d − n)/d, which 1 − n/d becomes in the end, do where the overlap is small.
    /// </summary>
    public static Expr? CollectElements(Expr expression) => Collect(expression, ofSums: false);

    /// <summary>For finished expressions: with sums over a row in denominators.</summary>
    public static Expr? CollectSums(Expr expression) => Collect(expression, ofSums: true);

    private static Expr? Collect(Expr expression, bool ofSums)
    {
        if (expression is not Call { Function: Add or Subtract or Multiply or Divide } || Polynomial.Of(expression) is not { } sum)
        {
            return null;
        }

        if (sum.Terms is [var single])
        {
            return !ofSums && HasSign(expression) && !single.Powers.Any(static power => IsSign(power.Key)) ? sum.ToExpr() : null;
        }

        List<KeyValuePair<Expr, int>> denominators =
        [
            .. sum.Terms.SelectMany(static term => term.Powers)
                .Where(static power => power.Value < 0 && power.Key is Call { Function: Add or Subtract })
                .GroupBy(static power => power.Key)
                .Select(static group => new KeyValuePair<Expr, int>(group.Key, group.Min(static power => power.Value))),
        ];
        return denominators.Count > 0 && Numerator(sum, denominators) is { Cancels: true } numerator && IsBetter(numerator, sum, denominators)
            && (ofSums == denominators.Any(static power => HasReduction(power.Key)) || OverlapSums.AreSquares(numerator))
            ? Quotient(numerator, denominators)
            : null;
    }

    private static bool HasReduction(Expr denominator) => ExprOrder.ChildrenFirst(denominator, ExprChildren.Of).Any(static node => node is Reduce);

    /// <summary>Whether a product has a sign among its factors.</summary>
    private static bool HasSign(Expr product) =>
        IsSign(product) || (product is Call { Function: Multiply or Divide or Negate } call && call.Arguments.Items.Any(HasSign));

    private static bool IsSign(Expr factor) => factor is Call { Function: Sign };

    /// <summary>The sum times all denominators, these multiplied out; null if it does not get shorter by that.</summary>
    private static Polynomial? Numerator(Polynomial sum, List<KeyValuePair<Expr, int>> denominators)
    {
        Polynomial? numerator = Polynomial.Of([], false);
        foreach (Monomial term in sum.Terms)
        {
            Polynomial? part = Polynomial.Of([denominators.Aggregate(term, static (product, denominator) => product.Without(denominator.Key))], false);
            foreach (KeyValuePair<Expr, int> denominator in denominators)
            {
                Polynomial? factor = Polynomial.Of(denominator.Key);
                for (int power = denominator.Value; power < term.PowerOf(denominator.Key); power++)
                {
                    part = part?.Times(factor);
                }
            }

            numerator = numerator?.Plus(part);
        }

        return numerator;
    }

    /// <summary>
    /// A denominator multiplied out must not cancel in itself: (x − y)·a is more accurate than a·x − a·y. Nor may the numerator overflow where the
    /// sum had a finite term: u²/(1 + u²) is NaN where 1 − 1/(1 + u²) is 1, and a/c is infinite for c = 0.
    /// </summary>
    private static bool IsBetter(Polynomial numerator, Polynomial sum, List<KeyValuePair<Expr, int>> denominators) =>
        numerator.Terms.Count <= sum.Terms.Count
        && denominators.All(denominator => Polynomial.Of(denominator.Key) is { } terms && (terms.Terms.All(Polynomial.HasOneSign) || (numerator.Terms.Count <= 1 && terms.Terms.All(IsWhole))))
        && (sum.Terms.All(term => denominators.Any(denominator => term.PowerOf(denominator.Key) < 0)) || !numerator.Terms.Any(MayOverflow));

    private static bool IsWhole(Monomial term) => term.Powers.All(static power => power.Value > 0);

    private static bool MayOverflow(Monomial term)
    {
        List<KeyValuePair<Expr, int>> variable = [.. term.Powers.Where(static power => !ProductForm.IsHyperparameter(power.Key))];
        return variable.Sum(static power => System.Math.Abs(power.Value)) > 1 || variable.Any(static power => power.Key is Call { Function: not Abs } or Reduce { Kind: not ReductionKind.Sum });
    }

    private static Expr Quotient(Polynomial numerator, List<KeyValuePair<Expr, int>> denominators)
    {
        if (numerator.Terms.Count == 0)
        {
            return Build.Zero;
        }

        List<KeyValuePair<Expr, int>> common = CommonPowers(numerator.Terms);
        Monomial outside = common.Aggregate(Monomial.Constant(1), static (product, power) => product.Times(Monomial.Of(power.Key, -power.Value)));
        Polynomial reduced = Polynomial.Of(numerator.Terms.Select(outside.Times), false);
        Expr quotient = OverlapSums.Merge(reduced) ?? reduced.ToExpr();
        Expr factors = Polynomial.Product(common);
        if (quotient is Literal)
        {
            (quotient, factors) = (quotient * factors, Build.One);
        }

        foreach (KeyValuePair<Expr, int> denominator in denominators)
        {
            for (int power = denominator.Value; power < 0; power++)
            {
                quotient /= denominator.Key;
            }
        }

        return quotient * factors;
    }

    /// <summary>The factors of all terms.</summary>
    private static List<KeyValuePair<Expr, int>> CommonPowers(List<Monomial> terms) =>
    [
        .. terms[0].Powers
            .Select(power => new KeyValuePair<Expr, int>(power.Key, terms.All(term => term.PowerOf(power.Key) < 0)
                ? terms.Max(term => term.PowerOf(power.Key))
                : System.Math.Max(0, terms.Min(term => term.PowerOf(power.Key)))))
            .Where(static power => power.Value != 0),
    ];
}
