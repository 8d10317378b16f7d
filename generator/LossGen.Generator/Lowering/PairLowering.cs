using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// The sums over pairs that a pass needs of a column → one loop over the other columns. What does not depend on the other column is computed
/// once, before the loop.
/// </summary>
internal static class PairLowering
{
    /// <summary>The largest subexpressions of the terms that do not depend on the other column.</summary>
    public static ImmutableArray<Expr> Captured(ImmutableArray<SumOverOthers> sums) =>
    [
        .. ExprOrder.ChildrenFirst([.. sums.Select(static sum => sum.Body)], static node => node.Indices.HasOthers ? ExprChildren.Of(node) : [])
            .Where(static node => !node.Indices.HasOthers && node is not Literal and not Truth),
    ];

    /// <summary>The loop. The sums get names, which are entered in <paramref name="names"/>.</summary>
    /// <param name="sums">What is wanted.</param>
    /// <param name="captured">What the loop reads; it has names.</param>
    /// <param name="names">The names of a pass.</param>
    /// <param name="allocator">Makes the new names.</param>
    /// <param name="orderOf">The lowest order of evaluation that needs an expression of the pass.</param>
    public static PairLoop Lower(ImmutableArray<SumOverOthers> sums, ImmutableArray<Expr> captured, Dictionary<Expr, string> names, NameAllocator allocator, Func<Expr, EvaluationOrder> orderOf)
    {
        Dictionary<Expr, string> inner = captured.ToDictionary(static node => node, node => names[node]);
        ImmutableArray<PairSum> named = [.. sums.Select(sum => new PairSum(allocator.AllocateFor(sum), sum, orderOf(sum)))];
        foreach (PairSum sum in named)
        {
            names.Add(sum.Sum, sum.Name);
        }

        EvaluationOrders orders = new([.. named.Select(static sum => new OrderedRoot(sum.Order, sum.Sum.Body))], ExprChildren.Of);
        ImmutableArray<Step> steps = LocalPlanner.Plan(
            [.. sums.Select(static sum => sum.Body)], inner, allocator.Fork(), static node => node is Read { Index: OtherColumn } or OtherColumn, orders.Of);
        return new([.. captured.Select(node => new Step(names[node], node))], steps, named);
    }
}
