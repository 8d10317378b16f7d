using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>
/// Products with choices that are zero on one side. The product goes into the choice and the zero stays a zero, so that an
/// infinite or undefined factor of the branch not taken cannot turn it into NaN. Of what many columns choose together, Σᵢ(zᵢ > 0 ? s : 0), the derivative by s
/// is a number of columns: a product with such a sum is guarded where no column chooses, and what is multiplied with such a sum over pairs goes into it.
/// </summary>
internal static class Masked
{
    /// <summary>Choices from which on a mask stays one factor. Taken apart, sums of masks would double the terms with every rule of the chain.</summary>
    private const int ManyChoices = 24;

    public static Expr Multiply(Expr left, Expr right) => (left, right) switch
    {
        _ when left.IsZero() || right.IsZero() => Build.Zero,
        (SumOverOthers sum, _) when IsMask(sum.Body) && !right.IsTotal() && !HasSumOverOthers(right) => Build.SumOverOthers(Multiply(sum.Body, right)),
        _ when SumOfMasks(left) is { } sum && !right.IsTotal() => Build.Select(Equal.Of(Build.Sum(Indicator(sum.Body)), Build.Zero), Build.Zero, left * right),
        _ when IsMask(left) && Choices(left) > ManyChoices => Guarded(left, right),
        _ when IsMask(right) && Choices(right) > ManyChoices => Guarded(right, left),
        (Select mask, _) when IsMask(mask) => IntoBranches(mask, branch => Multiply(branch, right)),
        (_, Select mask) when IsMask(mask) => IntoBranches(mask, branch => Multiply(left, branch)),
        (Call { Function: Add } sum, _) when IsMask(sum[0]) && IsMask(sum[1]) => Multiply(sum[0], right) + Multiply(sum[1], right),
        (_, Call { Function: Divide } quotient) when quotient[0].IsOne() => left / quotient[1],
        _ => left * right,
    };

    /// <summary>Multiplies the branches of choices among choices, each once: branches are shared where a choice between choices is used twice.</summary>
    private static Expr IntoBranches(Select mask, Func<Expr, Expr> multiply)
    {
        Dictionary<Expr, Expr> known = [];
        return Visit(mask);

        Expr Visit(Expr branch)
        {
            if (!known.TryGetValue(branch, out Expr? product))
            {
                product = branch is Select select && IsMask(select)
                    ? Build.Select(select.Condition, Visit(select.WhenTrue), Visit(select.WhenFalse))
                    : multiply(branch);
                known.Add(branch, product);
            }

            return product;
        }
    }

    /// <summary>The product where the mask is not 0.</summary>
    private static Expr Guarded(Expr mask, Expr factor) => Build.Select(Equal.Of(mask, Build.Zero), Build.Zero, mask * factor);

    /// <summary>The choices that a mask consists of.</summary>
    private static int Choices(Expr mask) => ExprOrder.ChildrenFirst(mask, static node => node switch
    {
        Select select => [select.WhenTrue, select.WhenFalse],
        Call { Function: Add } sum => sum.Arguments.Items,
        _ => [],
    }).Count(static node => node is Select);

    /// <summary>1 where a mask is not 0 by choice. Its terms may be 0, or cancel, for other reasons: there the product has a slope.</summary>
    private static Expr Indicator(Expr mask) => mask switch
    {
        Select select => Build.Select(select.Condition, Indicator(select.WhenTrue), Indicator(select.WhenFalse)),
        Call { Function: Add } sum when IsMask(sum) => Indicator(sum[0]) + Indicator(sum[1]),
        _ => mask.IsZero() ? Build.Zero : Build.One,
    };

    /// <summary>The factor of a product that is a sum of masks over the row.</summary>
    private static Reduce? SumOfMasks(Expr product) => product switch
    {
        Reduce { Kind: ReductionKind.Sum } sum when IsMask(sum.Body) => sum,
        Call { Function: Negate or Divide } call => SumOfMasks(call[0]),
        Call { Function: Functions.Multiply } call => SumOfMasks(call[0]) ?? SumOfMasks(call[1]),
        _ => null,
    };

    private static bool HasSumOverOthers(Expr expression) => ExprOrder.ChildrenFirst(expression, ExprChildren.Of).Any(static node => node is SumOverOthers);

    private static bool IsMask(Expr expression) => IsMask(expression, []);

    private static bool IsMask(Expr expression, HashSet<Expr> others) => expression switch
    {
        Select select => select.WhenTrue.IsZero() || select.WhenFalse.IsZero() || (others.Add(select) && (IsMask(select.WhenTrue, others) || IsMask(select.WhenFalse, others))),
        Call { Function: Add } sum => IsMask(sum[0], others) && IsMask(sum[1], others),
        _ => false,
    };
}
