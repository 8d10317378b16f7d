using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Ranges;

/// <summary>
/// The intervals of all nodes of a graph, value or derivative, on given domains of the inputs. In the branch of a choice the
/// choice's condition is known: the branch is looked at in a context of its own, in which variables and equal subexpressions are narrower.
/// </summary>
internal sealed class RangeAnalysis
{
    /// <summary>The number of nodes that may be looked at in contexts; beyond it, branches are taken as if nothing were known there.</summary>
    private const int MostNodesInContexts = 4000;

    private readonly RangeAnalysis? _outer;
    private readonly Dictionary<Expr, Interval> _facts;
    private readonly Dictionary<Expr, Interval> _ranges = [];
    private readonly Dictionary<Expr, bool> _affected = [];
    private readonly Dictionary<(Expr Condition, bool Holds), RangeAnalysis?> _branches = [];
    private readonly RangeAnalysis _row;
    private readonly Budget _budget;

    private RangeAnalysis(InputDomains domains, Numbers numbers, bool isClosed)
    {
        Domains = domains;
        Numbers = numbers;
        IsClosed = isClosed;
        _facts = [];
        _row = this;
        _budget = new();
    }

    private RangeAnalysis(RangeAnalysis outer, Dictionary<Expr, Interval> facts)
    {
        Domains = outer.Domains;
        Numbers = outer.Numbers;
        IsClosed = outer.IsClosed;
        _outer = outer;
        _facts = facts;
        _budget = outer._budget;

        // A reduction binds the column: what is known of one column says nothing about the others.
        bool isByColumn = !ReferenceEquals(outer._row, outer) || facts.Keys.Any(static node => !node.Indices.IsEmpty);
        _row = isByColumn
            ? new(outer._row, facts.Where(static fact => fact.Key.Indices.IsEmpty).ToDictionary(static fact => fact.Key, static fact => fact.Value))
            : this;
    }

    public InputDomains Domains { get; }

    public Numbers Numbers { get; }

    /// <summary>
    /// Whether a function that jumps has, where it jumps, all values between its limits, and a condition is both true and false where it
    /// changes: what holds for all of them holds for the limits from either side.
    /// </summary>
    public bool IsClosed { get; }

    public ElementType Type => Numbers.Bounds();

    /// <summary>An analysis on domains. Constants and domains are rounded to the element type.</summary>
    public static RangeAnalysis Create(InputDomains domains, Numbers numbers, bool isClosed = false) =>
        new(numbers == Numbers.Single ? domains.RoundedTo(ElementType.Single) : domains, numbers, isClosed);

    /// <summary>The interval of a node.</summary>
    public Interval Of(Expr node)
    {
        if (_ranges.TryGetValue(node, out Interval known))
        {
            return known;
        }

        Interval range = _outer is not null && !IsAffected(node) ? _outer.Of(node)
            : node is Reduce && !ReferenceEquals(_row, this) ? _row.Of(node)
            : Compute(node);
        if (Numbers == Numbers.Real)
        {
            range = WithoutSignOfZero(range);
        }

        _ranges[node] = range;
        return range;
    }

    /// <summary>The analysis where a condition holds (or does not); null if that cannot be.</summary>
    public RangeAnalysis? Where(Expr condition, bool holds = true)
    {
        if (!_branches.TryGetValue((condition, holds), out RangeAnalysis? branch))
        {
            branch = _budget.Nodes > MostNodesInContexts ? this : Know(ConditionFacts.Of(this, condition, holds));
            _branches.Add((condition, holds), branch);
        }

        return branch;
    }

    /// <summary>The analysis where a node lies in an interval; null if that cannot be.</summary>
    public RangeAnalysis? Where(Expr node, Interval range) => Know(Narrowing.Of(this, node, range));

    private RangeAnalysis? Know(Narrowing facts) => facts.IsImpossible ? null : facts.Facts.Count == 0 ? this : new(this, facts.Facts);

    private bool IsAffected(Expr node)
    {
        if (!_affected.TryGetValue(node, out bool isAffected))
        {
            isAffected = _facts.ContainsKey(node)
                || (node is Reduce && !ReferenceEquals(_row, this) ? _row._outer is not null && _row.IsAffected(node) : ExprChildren.Of(node).Any(IsAffected));
            _affected.Add(node, isAffected);
        }

        return isAffected;
    }

    private Interval Compute(Expr node)
    {
        if (_outer is not null)
        {
            _budget.Nodes++;
        }

        Interval range = node switch
        {
            Literal literal => Interval.Point(Rounding.ToNearest(literal.Value, Type)),
            Truth truth => Interval.Point(truth.Value ? 1 : 0),
            Variable variable => Domains.Of(variable.Input),
            Read read => Domains.Of(read.Row),
            Column or OtherColumn => new(0, Domains.Columns.High),
            ColumnCount => Domains.Columns,
            Select select => OfChoice(select),
            Reduce reduce => ReductionRange.Of(this, reduce),
            SumOverOthers sum => ReductionRange.OfSum(this, sum.Body),
            _ => CallRange.Of(this, (Call)node),
        };
        for (RangeAnalysis? context = this; context is not null; context = context._outer)
        {
            if (context._facts.TryGetValue(node, out Interval fact))
            {
                range = range.Intersect(fact);
            }
        }

        return range;
    }

    private Interval OfChoice(Select select)
    {
        Interval condition = Of(select.Condition);
        return OfBranch(select.Condition, true, condition.High > 0, select.WhenTrue)
            .Union(OfBranch(select.Condition, false, condition.Low < 1, select.WhenFalse));
    }

    private Interval OfBranch(Expr condition, bool holds, bool isPossible, Expr branch) =>
        isPossible && Where(condition, holds) is { } context ? context.Of(branch) : Interval.Empty(false);

    /// <summary>A real zero has no sign. With a bound of 0 the interval is written so that it has one.</summary>
    private static Interval WithoutSignOfZero(Interval range) => range.IsEmpty
        ? range
        : range with { Low = range.Low == 0 ? 0.0 : range.Low, High = range.High == 0 && range.Low < 0 ? -0.0 : range.High == 0 ? 0.0 : range.High };

    /// <summary>What all contexts of an analysis share: how much has been looked at.</summary>
    private sealed class Budget
    {
        public int Nodes { get; set; }
    }
}
