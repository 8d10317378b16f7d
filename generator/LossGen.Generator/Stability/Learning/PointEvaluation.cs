using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses.Arithmetics;

namespace LossGen.Generator.Stability.Learning;

/// <summary>Evaluates an expression at points, every node once a point and column, or pair of columns. Of a choice, only the branch taken counts.</summary>
internal sealed class PointEvaluation<T, TArithmetic>
    where TArithmetic : struct, IArithmetic<T>
{
    private readonly TArithmetic _arithmetic = new();
    private readonly int _columns;
    private readonly ImmutableArray<Expr> _nodes;
    private readonly int[][] _children;

    public PointEvaluation(Expr expression, int columns)
    {
        _columns = columns;
        _nodes = ExprOrder.ChildrenFirst(expression, ExprChildren.Of);
        Dictionary<Expr, int> positions = [];
        foreach (Expr node in _nodes)
        {
            positions.Add(node, positions.Count);
        }

        _children = [.. _nodes.Select(node => ExprChildren.Of(node).Select(child => positions[child]).ToArray())];
    }

    /// <summary>The value; of an expression of the column, the value in each column.</summary>
    public T[] At(Point point)
    {
        T[][] values = new T[_nodes.Length][];
        for (int position = 0; position < values.Length; position++)
        {
            IndexSet indices = _nodes[position].Indices;
            T[] own = new T[indices.HasOthers ? _columns * _columns : indices.HasColumns ? _columns : 1];
            for (int place = 0; place < own.Length; place++)
            {
                own[place] = indices.HasOthers ? Evaluate(position, place / _columns, place % _columns, point, values) : Evaluate(position, place, 0, point, values);
            }

            values[position] = own;
        }

        return values[values.Length - 1];
    }

    private T Evaluate(int position, int column, int other, Point point, T[][] values)
    {
        int[] children = _children[position];
        T Child(int child)
        {
            IndexSet indices = _nodes[children[child]].Indices;
            return values[children[child]][indices.HasOthers ? (column * _columns) + other : indices.HasColumns ? column : 0];
        }

        switch (_nodes[position])
        {
            case Literal literal:
                return _arithmetic.Number(literal.Value);
            case Truth truth:
                return _arithmetic.Number(truth.Value ? 1 : 0);
            case Variable variable:
                return _arithmetic.Number(point[variable.Input][0]);
            case Column:
                return _arithmetic.Number(column);
            case OtherColumn:
                return _arithmetic.Number(other);
            case ColumnCount:
                return _arithmetic.Number(_columns);
            case Read read:
                return _arithmetic.Number(_arithmetic.ToDouble(Child(0)) is >= 0 and var index && index < _columns ? point[read.Row][(int)index] : double.NaN);
            case Select:
                return _arithmetic.ToDouble(Child(0)) != 0 ? Child(1) : Child(2);
            case SumOverOthers:
                return new ArraySegment<T>(values[children[0]], column * _columns, _columns).Aggregate(_arithmetic.Add);
            case Reduce reduce:
                return Reduction(reduce.Kind, values[children[0]]);
            case Call { Function: var function, Arguments.Count: 1 }:
                return _arithmetic.Call(function, ImmutableArray.Create(Child(0)));
            case Call { Function: var function, Arguments.Count: 2 }:
                return _arithmetic.Call(function, ImmutableArray.Create(Child(0), Child(1)));
            case Call { Function: var function }:
                return _arithmetic.Call(function, [.. Enumerable.Range(0, children.Length).Select(Child)]);
            default:
                throw new InvalidOperationException($"Unknown expression {_nodes[position].GetType().Name}.");
        }
    }

    private T Reduction(ReductionKind kind, T[] terms) => kind switch
    {
        ReductionKind.Sum => terms.Aggregate(_arithmetic.Add),
        ReductionKind.Product => terms.Aggregate(_arithmetic.Multiply),
        ReductionKind.LogSumExp => _arithmetic.LogSumExp(terms, 0, terms.Length),
        ReductionKind.Max => terms.Aggregate((left, right) => _arithmetic.Call(Max.Instance, [left, right])),
        _ => terms.Aggregate((left, right) => _arithmetic.Call(Min.Instance, [left, right])),
    };
}
