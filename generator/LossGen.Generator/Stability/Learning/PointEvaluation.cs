using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Learning;

/// <summary>Evaluates an expression at points in double, every node once a point and column. Of a choice, only the branch taken counts.</summary>
internal sealed class PointEvaluation
{
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
    public double[] At(Point point)
    {
        double[][] values = new double[_nodes.Length][];
        for (int position = 0; position < values.Length; position++)
        {
            double[] own = new double[_nodes[position].Indices.IsEmpty ? 1 : _columns];
            for (int column = 0; column < own.Length; column++)
            {
                own[column] = Evaluate(position, column, point, values);
            }

            values[position] = own;
        }

        return values[values.Length - 1];
    }

    private double Evaluate(int position, int column, Point point, double[][] values)
    {
        int[] children = _children[position];
        double Child(int child) => values[children[child]] is { Length: > 1 } row ? row[column] : values[children[child]][0];
        switch (_nodes[position])
        {
            case Literal literal:
                return literal.Value;
            case Truth truth:
                return truth.Value ? 1 : 0;
            case Variable variable:
                return point[variable.Input][0];
            case Column:
                return column;
            case ColumnCount:
                return _columns;
            case Read read:
                return Child(0) is >= 0 and var index && index < _columns ? point[read.Row][(int)index] : double.NaN;
            case Select:
                return Child(0) != 0 ? Child(1) : Child(2);
            case Reduce reduce:
                return Reduction(reduce.Kind, values[children[0]]);
            case Call { Function: var function, Arguments.Count: 1 }:
                return function.Evaluate(ImmutableArray.Create(Child(0)));
            case Call { Function: var function, Arguments.Count: 2 }:
                return function.Evaluate(ImmutableArray.Create(Child(0), Child(1)));
            case Call { Function: var function }:
                return function.Evaluate([.. Enumerable.Range(0, children.Length).Select(Child)]);
            default:
                throw new InvalidOperationException($"Unknown expression {_nodes[position].GetType().Name}.");
        }
    }

    private static double Reduction(ReductionKind kind, double[] terms)
    {
        switch (kind)
        {
            case ReductionKind.Sum:
                return terms.Sum();
            case ReductionKind.Product:
                return terms.Aggregate(1.0, static (product, term) => product * term);
            case ReductionKind.LogSumExp:
                double shift = terms.Max();
                return double.IsInfinity(shift) ? shift : shift + Math.Log(terms.Sum(term => Math.Exp(term - shift)));
            default:
                Function extremum = kind == ReductionKind.Max ? Max.Instance : Min.Instance;
                return terms.Aggregate((left, right) => extremum.Evaluate([left, right]));
        }
    }
}
