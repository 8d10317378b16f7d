using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Learning;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Stability.Fixes;

/// <summary>Evaluates an expression at points in shadow numbers, the literals and inputs being doubles.</summary>
internal sealed class ShadowEvaluation(Expr expression, int columns)
{
    private readonly ImmutableArray<Expr> _nodes = ExprOrder.ChildrenFirst(expression, ExprChildren.Of);

    /// <summary>The value; of an expression of the column, the value in each column.</summary>
    public Shadow[] At(Point point)
    {
        Dictionary<Expr, Shadow[]> values = new(_nodes.Length);
        foreach (Expr node in _nodes)
        {
            values[node] = node.Indices.IsEmpty
                ? [Of(node, 0, point, values)]
                : [.. Enumerable.Range(0, columns).Select(column => Of(node, column, point, values))];
        }

        return values[expression];
    }

    private Shadow Of(Expr node, int column, Point point, Dictionary<Expr, Shadow[]> values)
    {
        Shadow Value(Expr child) => values[child][child.Indices.IsEmpty ? 0 : column];
        return node switch
        {
            Literal literal => literal.Value,
            Truth truth => truth.Value ? Shadow.One : Shadow.Zero,
            Variable variable => point[variable.Input][0],
            Column => column,
            ColumnCount => columns,
            Read read => Value(read.Index).ToDouble() is >= 0 and var index && index < columns ? point[read.Row][(int)index] : Shadow.NaN,
            Select select => Value(select.Condition).IsZero ? Value(select.WhenFalse) : Value(select.WhenTrue),
            Reduce reduce => Reduction(reduce.Kind, values[reduce.Body]),
            Call call => call.Function.Shadow([.. call.Arguments.Items.Select(Value)]),
            _ => throw new ArgumentException($"Unknown expression {node.GetType().Name}.", nameof(node)),
        };
    }

    private static Shadow Reduction(ReductionKind kind, Shadow[] terms) => kind switch
    {
        ReductionKind.Sum => terms.Aggregate(static (sum, term) => sum + term),
        ReductionKind.Product => terms.Aggregate(static (product, term) => product * term),
        ReductionKind.Max => terms.Aggregate(static (largest, term) => term > largest ? term : largest),
        ReductionKind.Min => terms.Aggregate(static (smallest, term) => term < smallest ? term : smallest),
        _ => ShadowMath.Log(terms.Select(ShadowMath.Exp).Aggregate(static (sum, term) => sum + term)),
    };
}
