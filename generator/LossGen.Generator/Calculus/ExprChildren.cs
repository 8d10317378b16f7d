using System;
using System.Collections.Immutable;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>The one place that knows which children a node has.</summary>
internal static class ExprChildren
{
    public static ImmutableArray<Expr> Of(Expr expression) => expression switch
    {
        Call call => call.Arguments.Items,
        Select select => [select.Condition, select.WhenTrue, select.WhenFalse],
        Reduce reduce => [reduce.Body],
        SumOverOthers sum => [sum.Body],
        Read read => [read.Index],
        _ => [],
    };

    /// <summary>The same node over mapped children; the node itself if no child changed. Nothing is simplified.</summary>
    public static Expr Map(Expr expression, Func<Expr, Expr> map)
    {
        switch (expression)
        {
            case Call call:
                return MapAll(call.Arguments.Items, map) is { } arguments ? new Call(call.Function, new EquatableArray<Expr>(arguments)) : call;
            case Select select:
                return MapAll([select.Condition, select.WhenTrue, select.WhenFalse], map) is [var condition, var whenTrue, var whenFalse]
                    ? new Select(condition, whenTrue, whenFalse)
                    : select;
            case Reduce reduce:
                return MapAll([reduce.Body], map) is [var body] ? new Reduce(reduce.Kind, body) : reduce;
            case SumOverOthers sum:
                return MapAll([sum.Body], map) is [var term] ? new SumOverOthers(term) : sum;
            case Read read:
                return MapAll([read.Index], map) is [var index] ? new Read(read.Row, index) : read;
            default:
                return expression;
        }
    }

    /// <summary>Whether two nodes are alike in all but their children.</summary>
    public static bool SameNode(Expr left, Expr right) => (left, right) switch
    {
        (Call a, Call b) => ReferenceEquals(a.Function, b.Function),
        (Select, Select) => true,
        (Reduce a, Reduce b) => a.Kind == b.Kind,
        (SumOverOthers, SumOverOthers) => true,
        (Read a, Read b) => a.Row == b.Row,
        _ => left.GetHashCode() == right.GetHashCode() && left.Equals(right),
    };

    private static ImmutableArray<Expr>? MapAll(ImmutableArray<Expr> children, Func<Expr, Expr> map)
    {
        ImmutableArray<Expr>.Builder mapped = ImmutableArray.CreateBuilder<Expr>(children.Length);
        bool changed = false;
        foreach (Expr child in children)
        {
            Expr result = map(child);
            changed |= !ReferenceEquals(child, result);
            mapped.Add(result);
        }

        return changed ? mapped.MoveToImmutable() : null;
    }
}
