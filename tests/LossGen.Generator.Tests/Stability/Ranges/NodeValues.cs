using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Programs;

namespace LossGen.Generator.Tests.Stability.Ranges;

/// <summary>The values of all nodes of a graph at one sample, operation by operation: one for each column where the node depends on it, of pairs one for each pair.</summary>
internal sealed class NodeValues
{
    private readonly Dictionary<Expr, double[]> _values = [];
    private readonly ProgramPoint _point;
    private readonly Func<double, double> _round;

    public NodeValues(Expr root, ProgramPoint point, Func<double, double> round)
    {
        _point = point;
        _round = round;
        foreach (Expr node in ExprOrder.ChildrenFirst(root, ExprChildren.Of))
        {
            _values[node] = node.Indices.HasOthers
                ? [.. from column in Enumerable.Range(0, point.Columns) from other in Enumerable.Range(0, point.Columns) select Evaluate(node, column, other)]
                : [.. Enumerable.Range(0, node.Indices.IsEmpty ? 1 : point.Columns).Select(column => Evaluate(node, column, 0))];
        }
    }

    public IReadOnlyDictionary<Expr, double[]> All => _values;

    public double At(Expr node, int column, int other = 0) => _values[node][node.Indices.HasOthers ? (column * _point.Columns) + other : node.Indices.IsEmpty ? 0 : column];

    private double Evaluate(Expr node, int column, int other) => node switch
    {
        Literal literal => _round(literal.Value),
        Truth truth => truth.Value ? 1 : 0,
        Variable variable => _round(_point.Scalars[variable.Input]),
        Column => column,
        OtherColumn => other,
        ColumnCount => _point.Columns,
        Read read => _round(_point.Rows[read.Row][(int)At(read.Index, column, other)]),
        Select select => At(select.Condition, column, other) != 0 ? At(select.WhenTrue, column, other) : At(select.WhenFalse, column, other),
        Reduce reduce => Reduce(reduce.Kind, [.. Enumerable.Range(0, _point.Columns).Select(place => At(reduce.Body, place))]),
        SumOverOthers sum => Reduce(ReductionKind.Sum, [.. Enumerable.Range(0, _point.Columns).Select(place => At(sum.Body, column, place))]),
        Call call => _round(call.Function.Evaluate([.. call.Arguments.Items.Select(argument => At(argument, column, other))])),
        _ => throw new ArgumentException($"{node.GetType().Name} is no node."),
    };

    private double Reduce(ReductionKind kind, double[] terms) => kind switch
    {
        ReductionKind.Sum => terms.Aggregate(0.0, (sum, term) => _round(sum + term)),
        ReductionKind.Product => terms.Aggregate(1.0, (product, term) => _round(product * term)),
        ReductionKind.Max => terms.Aggregate(static (left, right) => Max.Instance.Evaluate([left, right])),
        ReductionKind.Min => terms.Aggregate(static (left, right) => Min.Instance.Evaluate([left, right])),
        _ => LogSumExp(terms),
    };

    private double LogSumExp(double[] terms)
    {
        double maximum = Reduce(ReductionKind.Max, terms);
        return double.IsInfinity(maximum) || double.IsNaN(maximum) ? maximum : _round(maximum + Math.Log(terms.Sum(term => Math.Exp(term - maximum))));
    }
}
