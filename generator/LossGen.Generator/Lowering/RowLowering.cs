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
/// A pass that the value needs also does what only derivatives need of it, if these are wanted.
/// </summary>
internal static class RowLowering
{
    public static RowProgram Lower(Expr value, ImmutableArray<DerivativeOutput> derivatives, ImmutableArray<bool> isRow, ImmutableArray<KernelField> fields, NameAllocator allocator)
    {
        ImmutableArray<DerivativeOutput> byColumn = [.. derivatives.Where(output => isRow[output.Prediction])];
        ImmutableArray<DerivativeOutput> byRow = [.. derivatives.Where(output => !isRow[output.Prediction])];
        ImmutableArray<OrderedRoot> roots = OrderedRoot.Of(value, derivatives);
        EvaluationOrders orders = new(roots, ExprChildren.Of);
        HashSet<Expr> constants = [.. fields.Select(static field => field.Value)];
        ImmutableArray<PassWork> work = Work([.. roots.Select(static root => root.Value)], byColumn, orders);
        ImmutableArray<Kept> kept = KeptColumns.Find(
            [.. work.Select(static pass => pass.Roots)],
            [.. work.SelectMany(static (pass, number) => pass.Derivatives.Where(static output => output.Order == EvaluationOrder.Gradient).Select(output => (output.Prediction, number)))]);
        ImmutableArray<PassPlan> plans = [.. work.Select((pass, number) => PassPlan.Of(pass, number, kept, constants))];

        Dictionary<Expr, string> names = [];
        return new([.. EvaluationOrders.All.Select(LowerBlock)], value);

        RowBlock LowerBlock(EvaluationOrder order)
        {
            ImmutableArray<RowStage> stages = [.. plans.Where(plan => plan.Work.Order == order).Select(LowerStage)];
            ImmutableArray<DerivativeOutput> outputs = [.. byRow.Where(output => output.Order == order)];
            ImmutableArray<Expr> last = order == EvaluationOrder.Value ? [value] : [.. outputs.Select(static output => output.Value)];
            ImmutableArray<Expr> later =
            [
                .. plans.Where(plan => plan.Work.Order > order).SelectMany(static plan => plan.Captured.AsEnumerable()),
                .. byRow.Where(output => output.Order > order).Select(static output => output.Value),
            ];
            ImmutableArray<Step> steps = LocalPlanner.Plan(last, names, allocator, IsLeafOfRow, orders.Of, Shared(last, later));
            if (order == EvaluationOrder.Value && !derivatives.IsEmpty && !names.ContainsKey(value))
            {
                names.Add(value, allocator.Allocate("loss"));
                steps = [.. steps, new(names[value], value)];
            }

            return new(order, stages, steps, outputs);
        }

        RowStage LowerStage(PassPlan plan)
        {
            ImmutableArray<Expr> later =
            [
                .. plans.Skip(plan.Number + 1).SelectMany(static next => next.Captured.AsEnumerable()),
                .. byRow.Select(static output => output.Value),
                value,
            ];
            ImmutableArray<Step> steps = LocalPlanner.Plan(plan.Captured, names, allocator, IsLeafOfRow, orders.Of, Shared(plan.Captured, later));
            return new([.. steps, .. NameTheRest(plan.Captured, names, allocator, orders.Of)], LowerPass(plan, names, allocator));
        }

        bool IsLeafOfRow(Expr node) => node is Variable or Reduce or ColumnCount || constants.Contains(node);
    }

    /// <summary>The reductions and derivatives of each pass.</summary>
    private static ImmutableArray<PassWork> Work(ImmutableArray<Expr> roots, ImmutableArray<DerivativeOutput> byColumn, EvaluationOrders orders)
    {
        Dictionary<Expr, int> levels = Levels(roots);
        int passes = Math.Max(
            levels.Values.Max(),
            byColumn.Select(output => levels[output.Value] + 1).DefaultIfEmpty(0).Max());
        return
        [
            .. Enumerable.Range(1, passes).Select(level => new PassWork(
                [.. levels.Keys.OfType<Reduce>().Where(reduce => levels[reduce] == level).Select(reduce => (reduce, orders.Of(reduce)))],
                [.. byColumn.Where(output => levels[output.Value] + 1 == level)])),
        ];
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

    /// <summary>The largest subexpressions of some roots that are parts of others, too.</summary>
    private static IEnumerable<Expr> Shared(ImmutableArray<Expr> roots, ImmutableArray<Expr> others)
    {
        HashSet<Expr> nodes = [.. ExprOrder.ChildrenFirst(roots, ExprChildren.Of)];
        return ExprOrder.ChildrenFirst(others, node => nodes.Contains(node) ? [] : ExprChildren.Of(node)).Where(nodes.Contains);
    }

    /// <summary>What a pass captures needs a name even where it is used once.</summary>
    private static IEnumerable<Step> NameTheRest(ImmutableArray<Expr> captured, Dictionary<Expr, string> names, NameAllocator allocator, Func<Expr, EvaluationOrder> orderOf)
    {
        foreach (Expr node in captured.Where(node => !names.ContainsKey(node)))
        {
            string name = allocator.AllocateFor(node);
            names.Add(node, name);
            yield return new(name, node, orderOf(node));
        }
    }

    private static Pass LowerPass(PassPlan plan, Dictionary<Expr, string> names, NameAllocator allocator)
    {
        PassWork work = plan.Work;
        ImmutableArray<Accumulator>.Builder accumulators = ImmutableArray.CreateBuilder<Accumulator>();
        foreach ((Reduce reduce, EvaluationOrder order) in work.Reductions)
        {
            string name = allocator.AllocateFor(reduce);
            names.Add(reduce, name);
            accumulators.Add(new(name, reduce, order));
        }

        Dictionary<Expr, string> inner = plan.Captured.ToDictionary(static node => node, node => names[node]);
        NameAllocator own = allocator.Fork();
        ImmutableArray<OrderedRoot> ordered = [.. work.Roots, .. plan.Keeps.Select(static kept => new OrderedRoot(kept.Order, kept.Value))];
        ImmutableArray<Expr> roots = [.. ordered.Select(static root => root.Value)];
        EvaluationOrders orders = new(ordered, node => plan.IsRead(node) ? [] : KeptColumns.OfColumns(node));
        ImmutableArray<SumOverOthers> sums =
        [
            .. ExprOrder.ChildrenFirst(roots, node => inner.ContainsKey(node) || plan.IsRead(node) ? [] : ExprChildren.Of(node))
                .OfType<SumOverOthers>()
                .Where(sum => !plan.IsRead(sum)),
        ];
        ImmutableArray<Expr> ofColumn = PairLowering.Captured(sums);
        ImmutableArray<Step> before = LocalPlanner.Plan(ofColumn, inner, own, IsLeafOfColumn, orders.Of, Shared(ofColumn, roots));
        before = [.. before, .. NameTheRest(ofColumn, inner, own, orders.Of)];
        PairLoop? pairs = sums.IsEmpty ? null : PairLowering.Lower(sums, ofColumn, inner, own, orders.Of);
        ImmutableArray<Step> steps = LocalPlanner.Plan(roots, inner, own, IsLeafOfColumn, orders.Of, plan.ReadsOfHigherOrders.Select(static kept => kept.Value));
        Input? next = plan.Number > 0 && pairs is null ? NextRowOf(roots, IsLeafOfColumn) : null;
        return new(
            work.Order,
            [.. plan.Captured.Select(node => new Step(names[node], node))],
            before,
            pairs,
            steps,
            [.. plan.Reads, .. plan.ReadsOfHigherOrders],
            plan.Keeps,
            accumulators.ToImmutable(),
            work.Derivatives,
            next);

        bool IsLeafOfColumn(Expr node) => node is Read { Index: Column } or Column || plan.IsRead(node);
    }

    /// <summary>The first row prediction that a pass reads, if it computes for so long that memory can load the next row meanwhile, for the first pass to find.</summary>
    private static Input? NextRowOf(ImmutableArray<Expr> roots, Func<Expr, bool> isLeaf)
    {
        ImmutableArray<Expr> nodes = ExprOrder.ChildrenFirst(roots, node => node.Indices.IsEmpty || isLeaf(node) ? [] : ExprChildren.Of(node));
        return nodes.Any(node => node.Indices.HasColumns && !isLeaf(node) && LongOperation.Is(node))
            ? nodes.OfType<Read>().FirstOrDefault(static read => read is { Row.Role: InputRole.Prediction, Index: Column })?.Row
            : null;
    }
}
