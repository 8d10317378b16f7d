using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>
/// Collects equal factors and like terms all over an expression. Besides saving work it removes kinks that are none:
/// |r|·|r| is r², and its second derivative at 0 is 2, which the rule for |r| alone cannot know.
/// </summary>
internal static class Simplification
{
    /// <summary>What a rule makes of a node is seen by the next round only; few formulas need a second one.</summary>
    private const int Rounds = 3;

    public static Expr Simplify(Expr expression)
    {
        for (int round = 0; round < Rounds; round++)
        {
            Expr simpler = SimplifyOnce(expression);
            if (simpler.Equals(expression))
            {
                return simpler;
            }

            expression = simpler;
        }

        return expression;
    }

    private static Expr SimplifyOnce(Expr expression)
    {
        ImmutableArray<Expr> nodes = ExprOrder.ChildrenFirst(expression, ExprChildren.Of);
        HashSet<Expr> summands = PartialSums(expression, nodes);
        HashSet<Expr> quotients = WithQuotients(nodes);
        return Substitution.Rebuild(expression, (node, candidate) => summands.Contains(node)
            ? null
            : ProductForm.Collect(candidate) ?? SumForm.Collect(candidate) ?? CancellingAddends.Collect(candidate) ?? Quotients.Collect(candidate)
                ?? (quotients.Contains(node) ? CommonDenominator.CollectElements(candidate) : null)
                ?? ReducedPowers.Collect(candidate)
                ?? DropMask(candidate)
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

    /// <summary>y = 0 ? 0 : y·f is y·f where f has no quotient, power or logarithm that could be infinite. Sums of masks have their guard because f could be.</summary>
    private static Expr? DropMask(Expr node) =>
        node is Select { WhenTrue: Literal { Value: 0 }, Condition: Call { Function: Equal } isZero } select
        && isZero[1].IsZero()
        && isZero[0] is not Reduce
        && ProductForm.Of(select.WhenFalse).Factors.Contains(isZero[0])
        && ProductForm.Of(select.WhenFalse).Factors.All(static factor => factor is not Call { Function: Divide or Log or LogP1 } and not Select && !IsReducedPower(factor))
            ? select.WhenFalse
            : null;

    /// <summary>k = 0 ? 0 : k·f/k is f: where k is 0, the formula that this is the derivative of, xᵏ/k, is not a number anyway.</summary>
    private static Expr? DropGuard(Expr node) =>
        node is Select { WhenTrue: Literal { Value: 0 }, Condition: Call { Function: Equal } isZero } select
        && isZero[1].IsZero()
        && ProductForm.IsHyperparameter(isZero[0])
        && Quotients.Cancel(select.WhenFalse, isZero[0].Equals) is { } cancelled
            ? cancelled
            : null;

    /// <summary>A power with an exponent that is not plainly one of the formula's own.</summary>
    private static bool IsReducedPower(Expr factor) => factor is Call { Function: Pow } power && power[1] is not Variable and not Call { Function: Add };
}
