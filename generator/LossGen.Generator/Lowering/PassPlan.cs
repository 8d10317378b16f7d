using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>What one pass over the columns is for: reductions, with the lowest order of evaluation that needs them, and derivatives by column.</summary>
internal sealed record PassWork(ImmutableArray<(Reduce Reduce, EvaluationOrder Order)> Reductions, ImmutableArray<DerivativeOutput> Derivatives)
{
    /// <summary>Everything that it computes of a column.</summary>
    public ImmutableArray<OrderedRoot> Roots { get; } =
    [
        .. Reductions.Select(static reduction => new OrderedRoot(reduction.Order, reduction.Reduce.Body)),
        .. Derivatives.Select(static output => new OrderedRoot(output.Order, output.Value)),
    ];

    /// <summary>The lowest order of evaluation that runs the pass. It is never lower than that of the pass before, on whose results this one depends.</summary>
    public EvaluationOrder Order => Roots.Min(static root => root.Order);
}

/// <summary>What a pass reads, keeps and captures.</summary>
/// <param name="Work">What it is for.</param>
/// <param name="Number">Its place among the passes, from 0.</param>
/// <param name="Reads">What it only reads of what an earlier pass kept.</param>
/// <param name="ReadsOfHigherOrders">What it reads if derivatives are wanted, and computes if not.</param>
/// <param name="Keeps">What it keeps for a later pass.</param>
/// <param name="Captured">The largest subexpressions that are numbers of the row.</param>
internal sealed record PassPlan(
    PassWork Work,
    int Number,
    ImmutableArray<Kept> Reads,
    ImmutableArray<Kept> ReadsOfHigherOrders,
    ImmutableArray<Kept> Keeps,
    ImmutableArray<Expr> Captured)
{
    public static PassPlan Of(PassWork work, int number, ImmutableArray<Kept> kept, HashSet<Expr> constants)
    {
        EvaluationOrders orders = new(work.Roots, KeptColumns.OfColumns);
        ImmutableArray<Expr> roots = [.. work.Roots.Select(static root => root.Value)];
        HashSet<Expr> used = [.. ExprOrder.ChildrenFirst(roots, KeptColumns.OfColumns)];
        ILookup<bool, Kept> reads = kept
            .Where(column => column.FirstPass < number && number <= column.LastPass && used.Contains(column.Value))
            .ToLookup(column => orders.Of(column.Value) < column.Order);
        ImmutableArray<Kept> alwaysRead = [.. reads[false]];
        return new(work, number, alwaysRead, [.. reads[true]], [.. kept.Where(column => column.FirstPass == number)], Capture(roots, constants, alwaysRead));
    }

    /// <summary>Whether the pass always reads a number of a column, and so need not compute it.</summary>
    public bool IsRead(Expr node) => Reads.Any(kept => kept.Value.Equals(node));

    private static ImmutableArray<Expr> Capture(ImmutableArray<Expr> roots, HashSet<Expr> constants, ImmutableArray<Kept> reads) =>
    [
        .. ExprOrder.ChildrenFirst(
                roots,
                node => node.Indices.IsEmpty || constants.Contains(node) || reads.Any(kept => kept.Value.Equals(node)) ? [] : ExprChildren.Of(node))
            .Where(static node => node.Indices.IsEmpty && node is not Literal and not Truth),
    ];
}
