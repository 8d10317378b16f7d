using System;
using System.Collections.Generic;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>Replaces subexpressions and rebuilds what stands above them, so that simplifications fire on the result.</summary>
internal static class Substitution
{
    /// <summary>Rebuilds an expression bottom-up; where <paramref name="replace"/> answers, its answer stands for the rebuilt node.</summary>
    public static Expr Rebuild(Expr expression, Func<Expr, Expr?> replace) => Rebuild(expression, (_, candidate) => replace(candidate));

    /// <summary>Replaces readings of inputs. What a replacement simplifies to is not replaced again: log(eˣ) is x, and stays x.</summary>
    public static Expr ReplaceInputs(Expr expression, Func<Expr, Expr?> replace) =>
        Rebuild(expression, (node, candidate) => node is Variable or Read ? replace(candidate) : null);

    /// <summary>Rebuilds an expression bottom-up; <paramref name="replace"/> sees the node as it was and as rebuilt, and where it answers, its answer stands for the rebuilt node.</summary>
    public static Expr Rebuild(Expr expression, Func<Expr, Expr, Expr?> replace)
    {
        Dictionary<Expr, Expr> rebuilt = [];
        foreach (Expr node in ExprOrder.ChildrenFirst(expression, ExprChildren.Of))
        {
            Expr candidate = node switch
            {
                Call call => Build.Call(call.Function, new EquatableArray<Expr>([.. Map(call.Arguments)])),
                Select select => Build.Select(rebuilt[select.Condition], rebuilt[select.WhenTrue], rebuilt[select.WhenFalse]),
                Reduce reduce => Build.Reduce(reduce.Kind, rebuilt[reduce.Body]),
                SumOverOthers sum => Build.SumOverOthers(rebuilt[sum.Body]),
                Read read => new Read(read.Row, rebuilt[read.Index]),
                _ => node,
            };
            rebuilt[node] = replace(node, candidate) ?? candidate;
        }

        return rebuilt[expression];

        IEnumerable<Expr> Map(EquatableArray<Expr> arguments)
        {
            foreach (Expr argument in arguments)
            {
                yield return rebuilt[argument];
            }
        }
    }

    /// <summary>The element-wise expression at one column. Reductions bind their own column and stay as they are.</summary>
    public static Expr AtColumn(Expr expression, Expr index) => RebuildColumns(expression, node => node is Column ? index : null);

    /// <summary>The expression of pairs at one other column.</summary>
    public static Expr AtOther(Expr expression, Expr index) => RebuildColumns(expression, node => node is OtherColumn ? index : null);

    /// <summary>The expression of the pair (i, j) as that of the pair (j, i). An expression of one column becomes that of the other.</summary>
    /// <exception cref="ArgumentException">It holds a sum over others: there are two index variables, and that sum would need a third.</exception>
    public static Expr Swap(Expr expression)
    {
        Dictionary<Expr, Expr> swapped = [];
        return Visit(expression);

        Expr Visit(Expr node)
        {
            if (node.Indices.IsEmpty)
            {
                return node;
            }

            if (!swapped.TryGetValue(node, out Expr? result))
            {
                result = node switch
                {
                    Column => OtherColumn.Instance,
                    OtherColumn => Column.Instance,
                    SumOverOthers => throw new ArgumentException("A sum over others has no form at the other column.", nameof(expression)),
                    _ => RebuildOver(node, Visit),
                };
                swapped.Add(node, result);
            }

            return result;
        }
    }

    /// <summary>The element-wise expression where a condition on the column holds, or does not.</summary>
    public static Expr Decide(Expr expression, Expr condition, bool holds) => RebuildColumns(
        expression,
        node => node is Select select && select.Condition.Equals(condition) ? holds ? select.WhenTrue : select.WhenFalse : null);

    /// <summary>Rebuilds what depends on the column of the expression itself, from the top down; what stands for a node is visited in its place.</summary>
    private static Expr RebuildColumns(Expr expression, Func<Expr, Expr?> replace)
    {
        Dictionary<Expr, Expr> seen = [];
        return Visit(expression);

        Expr Visit(Expr node)
        {
            if (node.Indices.IsEmpty)
            {
                return node;
            }

            if (!seen.TryGetValue(node, out Expr? result))
            {
                result = replace(node) is { } replacement
                    ? Visit(replacement)
                    : RebuildOver(node, Visit);
                seen.Add(node, result);
            }

            return result;
        }
    }

    private static Expr RebuildOver(Expr node, Func<Expr, Expr> visit) => node switch
    {
        Read read => new Read(read.Row, visit(read.Index)),
        Call call => Build.Call(call.Function, new EquatableArray<Expr>([.. System.Linq.Enumerable.Select(call.Arguments.Items, visit)])),
        Select select => Build.Select(visit(select.Condition), visit(select.WhenTrue), visit(select.WhenFalse)),
        SumOverOthers sum => Build.SumOverOthers(visit(sum.Body)),
        _ => node,
    };
}
