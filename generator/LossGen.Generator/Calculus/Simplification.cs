using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Ranges;

namespace LossGen.Generator.Calculus;

/// <summary>
/// Collects equal factors and like terms all over an expression. Besides saving work it removes kinks that are none:
/// |r|·|r| is r², and its second derivative at 0 is 2, which the rule for |r| alone cannot know.
/// </summary>
internal static class Simplification
{
    /// <summary>What a rule makes of a node is seen by the next round only; few formulas need a second one.</summary>
    private const int Rounds = 3;

    /// <summary>A magnitude that a function which grows like its argument, such as softplus, has finite values up to, in float too; a square or an exponential has not.</summary>
    private const double Large = 1e30;

    public static Expr Simplify(Expr expression)
    {
        RangeAnalysis ranges = RangeAnalysis.Create(InputDomains.Unknown, Numbers.Single);
        for (int round = 0; round < Rounds; round++)
        {
            Expr simpler = SimplifyOnce(expression, ranges);
            if (simpler.Equals(expression))
            {
                return simpler;
            }

            expression = simpler;
        }

        return expression;
    }

    private static Expr SimplifyOnce(Expr expression, RangeAnalysis ranges)
    {
        ImmutableArray<Expr> nodes = ExprOrder.ChildrenFirst(expression, ExprChildren.Of);
        HashSet<Expr> summands = PartialSums(expression, nodes);
        HashSet<Expr> quotients = WithQuotients(nodes);
        return Substitution.Rebuild(expression, (node, candidate) => summands.Contains(node)
            ? null
            : GuardedWeights.Collect(candidate) ?? ProductForm.Collect(candidate) ?? SumForm.Collect(candidate) ?? CancellingAddends.Collect(candidate) ?? Quotients.Collect(candidate)
                ?? (quotients.Contains(node) ? CommonDenominator.CollectElements(candidate) : null)
                ?? ReducedPowers.Collect(candidate)
                ?? DropMask(candidate, ranges)
                ?? DropGuard(candidate));
    }

    /// <summary>Sums that are used as terms of sums only. Collecting the whole sum collects them; one by one, a sum of n terms would be collected n times.</summary>
    private static HashSet<Expr> PartialSums(Expr expression, ImmutableArray<Expr> nodes)
    {
        HashSet<Expr> partial = [.. nodes.Where(static node => IsSum(node) && node.Size <= SumForm.MaximumSize).SelectMany(static node => ExprChildren.Of(node)).Where(IsSum)];
        partial.ExceptWith(nodes.Where(static node => !IsSum(node)).SelectMany(static node => ExprChildren.Of(node)));
        partial.Remove(expression);
        return partial;
    }

    /// <summary>The sums and products with a quotient over a sum in them: a short way past all others.</summary>
    private static HashSet<Expr> WithQuotients(ImmutableArray<Expr> nodes)
    {
        HashSet<Expr> found = [];
        foreach (Expr node in nodes)
        {
            if (node is Call { Function: Add or Subtract or Multiply or Divide or Negate or Square or Cube } call
                && (call.Arguments.Items.Any(found.Contains) || (call.Function is Divide && IsSum(call[1]))))
            {
                found.Add(node);
            }
        }

        return found;
    }

    private static bool IsSum(Expr expression) => expression is Call { Function: Add or Subtract };

    /// <summary>
    /// y = 0 ? 0 : y·f is y·f where no factor of f can be infinite or undefined while y is 0, whatever the inputs are: else the author's 0, or that of a rule of the chain,
    /// would become NaN. Hyperparameters count as no larger than <see cref="Large"/>. Derivatives of powers have such a guard for a hyperparameter, which is no mask of samples: there all inputs count as no larger than <see cref="Large"/>.
    /// </summary>
    private static Expr? DropMask(Expr node, RangeAnalysis ranges)
    {
        if (node is not Select { WhenTrue: Literal { Value: 0 }, Condition: Call { Function: Equal or LessThanOrEqual } isZero } select
            || !isZero[1].IsZero()
            || !ProductForm.Of(select.WhenFalse).Factors.Contains(isZero[0])
            || (isZero.Function is LessThanOrEqual && !(ranges.Of(isZero[0]).Low >= 0)))
        {
            return null;
        }

        bool isOfSamples = !ProductForm.IsHyperparameter(isZero[0]);
        RangeAnalysis? masked = ExprOrder.ChildrenFirst(select.WhenFalse, ExprChildren.Of)
            .Where(leaf => leaf is Variable { IsCondition: false } or Read && !(isOfSamples && IsOfSample(leaf)))
            .Aggregate(ranges.Where(isZero), static (at, leaf) => at?.Where(leaf, new Interval(-Large, Large)));
        return masked is not null && ProductForm.Of(select.WhenFalse).Factors.All(factor => IsFinite(masked.Of(factor))) ? select.WhenFalse : null;
    }

    private static bool IsOfSample(Expr leaf) => leaf is Read { Row.Role: not InputRole.Hyperparameter } or Variable { Input.Role: not InputRole.Hyperparameter };

    private static bool IsFinite(Interval range) => !range.IsEmpty && !range.MayBeNaN && !range.MayBeInfinite;

    /// <summary>k = 0 ? 0 : k·f/k is f: where k is 0, the formula that this is the derivative of, xᵏ/k, is not a number anyway.</summary>
    private static Expr? DropGuard(Expr node) =>
        node is Select { WhenTrue: Literal { Value: 0 }, Condition: Call { Function: Equal } isZero } select
        && isZero[1].IsZero()
        && ProductForm.IsHyperparameter(isZero[0])
        && Quotients.Cancel(select.WhenFalse, isZero[0].Equals) is { } cancelled
            ? cancelled
            : null;
}
