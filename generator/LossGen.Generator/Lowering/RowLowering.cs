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
        ImmutableArray<RowStage>.Builder stages = ImmutableArray.CreateBuilder<RowStage>();
        for (int level = 1; level <= passes; level++)
        {
            ImmutableArray<Reduce> reductions = [.. levels.Keys.OfType<Reduce>().Where(reduce => levels[reduce] == level)];
            ImmutableArray<DerivativeOutput> outputs = [.. byColumn.Where(output => levels[output.Value] + 1 == level)];
            ImmutableArray<Expr> columnRoots = [.. reductions.Select(static reduce => reduce.Body), .. outputs.Select(static output => output.Value)];
            ImmutableArray<Expr> captured = Captured(columnRoots, constants);
            ImmutableArray<Step> steps = LocalPlanner.Plan(captured, names, allocator, IsLeafOfRow);
            stages.Add(new([.. steps, .. NameTheRest(captured, names, allocator)], LowerPass(reductions, outputs, columnRoots, captured, names, allocator)));
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
    private static ImmutableArray<Expr> Captured(ImmutableArray<Expr> columnRoots, HashSet<Expr> constants) =>
    [
        .. ExprOrder.ChildrenFirst(columnRoots, node => node.Indices.IsEmpty || constants.Contains(node) ? [] : ExprChildren.Of(node))
            .Where(static node => node.Indices.IsEmpty && node is not Literal and not Truth),
    ];

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
        ImmutableArray<Reduce> reductions,
        ImmutableArray<DerivativeOutput> outputs,
        ImmutableArray<Expr> columnRoots,
        ImmutableArray<Expr> captured,
        Dictionary<Expr, string> names,
        NameAllocator allocator)
    {
        ImmutableArray<Accumulator>.Builder accumulators = ImmutableArray.CreateBuilder<Accumulator>();
        foreach (Reduce reduce in reductions)
        {
            string name = allocator.AllocateFor(reduce);
            names.Add(reduce, name);
            accumulators.Add(new(name, reduce.Kind, reduce.Body));
        }

        Dictionary<Expr, string> inner = captured.ToDictionary(static node => node, node => names[node]);
        ImmutableArray<Step> steps = LocalPlanner.Plan(columnRoots, inner, allocator.Fork(), static node => node is Read { Index: Column } or Column);
        return new([.. captured.Select(node => new Step(names[node], node))], steps, accumulators.ToImmutable(), outputs);
    }
}
