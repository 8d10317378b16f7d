using System.Collections.Immutable;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Tests.Programs;

namespace LossGen.Generator.Tests.Stability.Ranges;

/// <summary>The values of all nodes of a tape at one sample, every one rounded to the element type.</summary>
internal sealed class NodeValues
{
    private readonly NodeTape _tape;
    private readonly ProgramPoint _point;
    private readonly ElementType _type;
    private readonly double[][] _values;

    public NodeValues(NodeTape tape, ProgramPoint point, ElementType type)
    {
        _tape = tape;
        _point = point;
        _type = type;
        _values = new double[tape.Count][];
        for (int place = 0; place < tape.Count; place++)
        {
            double[] values = new double[tape.CountOf(place, point.Columns)];
            int others = values.Length > point.Columns ? point.Columns : 1;
            for (int index = 0; index < values.Length; index++)
            {
                values[index] = Evaluate(place, index / others, index % others);
            }

            _values[place] = values;
        }
    }

    /// <summary>All values of a node.</summary>
    public ReadOnlySpan<double> Of(int place) => _values[place];

    public double At(int place, int column, int other = 0) => _values[place][_tape.IndexOf(place, column, other, _point.Columns)];

    private double Evaluate(int place, int column, int other)
    {
        ImmutableArray<int> children = _tape.ChildrenOf(place);
        return _tape.NodeAt(place) switch
        {
            Literal literal => Round(literal.Value),
            Truth truth => truth.Value ? 1 : 0,
            Variable variable => Round(_point.Scalars[variable.Input]),
            Column => column,
            OtherColumn => other,
            ColumnCount => _point.Columns,
            Read read => Round(_point.Rows[read.Row][(int)At(children[0], column, other)]),
            Select => At(children[At(children[0], column, other) != 0 ? 1 : 2], column, other),
            Reduce reduce => Reduce(reduce.Kind, _values[children[0]] is [double constant] ? [.. Enumerable.Repeat(constant, _point.Columns)] : _values[children[0]]),
            SumOverOthers => Reduce(ReductionKind.Sum, [.. Enumerable.Range(0, _point.Columns).Select(term => At(children[0], column, term))]),
            Call call => Round(Apply(call.Function, children, column, other)),
            Expr node => throw new ArgumentException($"{node.GetType().Name} is no node."),
        };
    }

    private double Apply(Function function, ImmutableArray<int> children, int column, int other)
    {
        ImmutableArray<double>.Builder arguments = ImmutableArray.CreateBuilder<double>(children.Length);
        foreach (int child in children)
        {
            arguments.Add(At(child, column, other));
        }

        return function.Evaluate(arguments.MoveToImmutable());
    }

    private double Reduce(ReductionKind kind, double[] terms) => kind switch
    {
        ReductionKind.Sum => terms.Aggregate(0.0, (sum, term) => Round(sum + term)),
        ReductionKind.Product => terms.Aggregate(1.0, (product, term) => Round(product * term)),
        ReductionKind.Max => terms.Aggregate(static (left, right) => Max.Instance.Evaluate([left, right])),
        ReductionKind.Min => terms.Aggregate(static (left, right) => Min.Instance.Evaluate([left, right])),
        _ => LogSumExp(terms),
    };

    private double LogSumExp(double[] terms)
    {
        double maximum = Reduce(ReductionKind.Max, terms);
        return double.IsInfinity(maximum) || double.IsNaN(maximum) ? maximum : Round(maximum + Math.Log(terms.Sum(term => Math.Exp(term - maximum))));
    }

    private double Round(double value) => Rounding.ToNearest(value, _type);
}
