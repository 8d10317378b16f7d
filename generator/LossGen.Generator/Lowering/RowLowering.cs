using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Value and derivatives of a loss over rows → passes over the columns and steps between them. Reductions that do not depend on
/// one another share a pass; derivatives by column join the first pass in which all numbers of the row that they need are known.
/// </summary>
internal static class RowLowering
{
    public static RowProgram Lower(Expr value, ImmutableArray<DerivativeOutput> derivatives, ImmutableArray<bool> isRow, ImmutableArray<KernelField> fields, NameAllocator allocator)
    {
        ImmutableArray<DerivativeOutput> byColumn = [.. derivatives.Where(output => isRow[output.Prediction])];
        ImmutableArray<DerivativeOutput> byRow = [.. derivatives.Where(output => !isRow[output.Prediction])];
        ImmutableArray<Expr> roots = [value, .. derivatives.Select(static output => output.Value)];
        HashSet<Expr> constants = [.. fields.Select(static field => field.Value)];
        Dictionary<Expr, int> levels = Levels(roots);
        int passes = Math.Max(
            levels.Values.Max(),
            byColumn.Select(output => levels[output.Value] + 1).DefaultIfEmpty(0).Max());

        Dictionary<Expr, string> names = [];
        ImmutableArray<PassWork> work = [.. Enumerable.Range(1, passes).Select(level => new PassWork(
            [.. levels.Keys.OfType<Reduce>().Where(reduce => levels[reduce] == level)],
            [.. byColumn.Where(output => levels[output.Value] + 1 == level)]))];
        ImmutableArray<Kept> kept = KeptColumns.Find(
            [.. work.Select(static pass => pass.Roots)],
            [.. byColumn.Where(static output => output.Order == DerivativeOrder.Gradient).Select(output => (output.Prediction, levels[output.Value]))]);
        ImmutableArray<RowStage>.Builder stages = ImmutableArray.CreateBuilder<RowStage>();
        for (int pass = 0; pass < work.Length; pass++)
        {
            ImmutableArray<Kept> reads = [.. kept.Where(column => column.FirstPass < pass && pass <= column.LastPass && work[pass].Uses(column.Value))];
            ImmutableArray<Kept> keeps = [.. kept.Where(column => column.FirstPass == pass)];
            ImmutableArray<Expr> captured = Captured(work[pass].Roots, constants, reads);
            ImmutableArray<Expr> later = [.. work.Skip(pass + 1).SelectMany(next => Captured(next.Roots, constants, [])), .. byRow.Select(static output => output.Value), value];
            ImmutableArray<Step> steps = LocalPlanner.Plan(captured, names, allocator, IsLeafOfRow, Shared(captured, later));
            stages.Add(new([.. steps, .. NameTheRest(captured, names, allocator)], LowerPass(work[pass], reads, keeps, captured, names, allocator, mayLoadAhead: pass > 0)));
        }

        ImmutableArray<Step> last = LocalPlanner.Plan([.. byRow.Select(static output => output.Value), value], names, allocator, IsLeafOfRow);
        stages.Add(new(last, null));
        return new(stages.ToImmutable(), byRow, value);

        bool IsLeafOfRow(Expr node) => node is Variable or Reduce or ColumnCount || constants.Contains(node);
    }

    /// <summary>For each node, the number of passes after which it can be computed: a reduction one later than its body.</summary>
    private static Dictionary<Expr, int> Levels(ImmutableArray<Expr> roots)
    {
        Dictionary<Expr, int> levels = [];
        foreach (Expr node in ExprOrder.ChildrenFirst(roots, ExprChildren.Of))
        {
            int below = ExprChildren.Of(node).Select(child => levels[child]).DefaultIfEmpty(0).Max();
            levels[node] = node is Reduce ? below + 1 : below;
        }

        return levels;
    }

    /// <summary>The largest subexpressions of a pass that are numbers of the row.</summary>
    private static ImmutableArray<Expr> Captured(ImmutableArray<Expr> columnRoots, HashSet<Expr> constants, ImmutableArray<Kept> reads) =>
    [
        .. ExprOrder.ChildrenFirst(
                columnRoots,
                node => node.Indices.IsEmpty || constants.Contains(node) || reads.Any(kept => kept.Value.Equals(node)) ? [] : ExprChildren.Of(node))
            .Where(static node => node.Indices.IsEmpty && node is not Literal and not Truth),
    ];

    /// <summary>The largest subexpressions of some roots that are parts of others, too.</summary>
    private static IEnumerable<Expr> Shared(ImmutableArray<Expr> roots, ImmutableArray<Expr> others)
    {
        HashSet<Expr> nodes = [.. ExprOrder.ChildrenFirst(roots, ExprChildren.Of)];
        return ExprOrder.ChildrenFirst(others, node => nodes.Contains(node) ? [] : ExprChildren.Of(node)).Where(nodes.Contains);
    }

    /// <summary>What a pass captures needs a name even where it is used once.</summary>
    private static IEnumerable<Step> NameTheRest(ImmutableArray<Expr> captured, Dictionary<Expr, string> names, NameAllocator allocator)
    {
        foreach (Expr node in captured.Where(node => !names.ContainsKey(node)))
        {
            string name = allocator.AllocateFor(node);
            names.Add(node, name);
            yield return new(name, node);
        }
    }

    private static Pass LowerPass(
        PassWork work,
        ImmutableArray<Kept> reads,
        ImmutableArray<Kept> keeps,
        ImmutableArray<Expr> captured,
        Dictionary<Expr, string> names,
        NameAllocator allocator,
        bool mayLoadAhead)
    {
        ImmutableArray<Accumulator>.Builder accumulators = ImmutableArray.CreateBuilder<Accumulator>();
        foreach (Reduce reduce in work.Reductions)
        {
            string name = allocator.AllocateFor(reduce);
            names.Add(reduce, name);
            accumulators.Add(new(name, reduce.Kind, reduce.Body));
        }

        Dictionary<Expr, string> inner = captured.ToDictionary(static node => node, node => names[node]);
        NameAllocator own = allocator.Fork();
        ImmutableArray<Expr> roots = [.. work.Roots, .. keeps.Select(static kept => kept.Value)];
        ImmutableArray<SumOverOthers> sums =
        [
            .. ExprOrder.ChildrenFirst(roots, node => inner.ContainsKey(node) || IsRead(node) ? [] : ExprChildren.Of(node))
                .OfType<SumOverOthers>()
                .Where(sum => !IsRead(sum)),
        ];
        ImmutableArray<Expr> ofColumn = PairLowering.Captured(sums);
        ImmutableArray<Step> before = LocalPlanner.Plan(ofColumn, inner, own, IsLeafOfColumn, Shared(ofColumn, roots));
        before = [.. before, .. NameTheRest(ofColumn, inner, own)];
        PairLoop? pairs = sums.IsEmpty ? null : PairLowering.Lower(sums, ofColumn, inner, own);
        ImmutableArray<Step> steps = LocalPlanner.Plan(roots, inner, own, IsLeafOfColumn);
        Input? next = mayLoadAhead && pairs is null ? NextRowOf(roots, IsLeafOfColumn) : null;
        return new([.. captured.Select(node => new Step(names[node], node))], before, pairs, steps, reads, keeps, accumulators.ToImmutable(), work.Derivatives, next);

        bool IsRead(Expr node) => reads.Any(kept => kept.Value.Equals(node));

        bool IsLeafOfColumn(Expr node) => node is Read { Index: Column } or Column || IsRead(node);
    }

    /// <summary>The first row prediction that a pass reads, if it computes for so long that memory can load the next row meanwhile, for the first pass to find.</summary>
    private static Input? NextRowOf(ImmutableArray<Expr> roots, Func<Expr, bool> isLeaf)
    {
        ImmutableArray<Expr> nodes = ExprOrder.ChildrenFirst(roots, node => node.Indices.IsEmpty || isLeaf(node) ? [] : ExprChildren.Of(node));
        return nodes.Any(node => node.Indices.HasColumns && !isLeaf(node) && LongOperation.Is(node))
            ? nodes.OfType<Read>().FirstOrDefault(static read => read is { Row.Role: InputRole.Prediction, Index: Column })?.Row
            : null;
    }

    /// <summary>What one pass is for.</summary>
    private sealed record PassWork(ImmutableArray<Reduce> Reductions, ImmutableArray<DerivativeOutput> Derivatives)
    {
        /// <summary>Everything that it computes of a column.</summary>
        public ImmutableArray<Expr> Roots { get; } =
            [.. Reductions.Select(static reduce => reduce.Body), .. Derivatives.Select(static output => output.Value)];

        public bool Uses(Expr node) => ExprOrder.ChildrenFirst(Roots, ExprChildren.Of).Contains(node);
    }
}
