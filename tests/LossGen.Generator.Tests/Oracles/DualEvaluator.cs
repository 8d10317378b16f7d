using System.Runtime.CompilerServices;
using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Oracles;

/// <summary>
/// Evaluates a formula with second-order dual numbers: the oracle for gradients and Hessians. It knows functions by their names and
/// uses none of the compiler's derivative rules.
/// </summary>
internal sealed class DualEvaluator
{
    private const int NoColumn = -1;

    private readonly OracleEnvironment _environment;
    private readonly Dictionary<(Expr Expression, int Column, int Other), Dual> _known = new(NodeComparer.Instance);

    private DualEvaluator(OracleEnvironment environment) => _environment = environment;

    public static Dual Evaluate(Expr formula, OracleEnvironment environment) => new DualEvaluator(environment).Evaluate(formula, NoColumn, NoColumn);

    private Dual Evaluate(Expr expression, int column, int other)
    {
        (Expr, int, int) key = (expression, expression.Indices.HasColumns ? column : NoColumn, expression.Indices.HasOthers ? other : NoColumn);
        if (!_known.TryGetValue(key, out Dual value))
        {
            value = EvaluateNode(expression, column, other);
            _known.Add(key, value);
        }

        return value;
    }

    private Dual EvaluateNode(Expr expression, int column, int other) => expression switch
    {
        Literal literal => literal.Value,
        Variable variable => _environment.Scalars[variable.Input],
        Column => column,
        OtherColumn => other,
        ColumnCount => _environment.Columns,
        Read read => _environment.Rows[read.Row][(int)Evaluate(read.Index, column, other).Value],
        Select select => Holds(select.Condition, column, other) ? Evaluate(select.WhenTrue, column, other) : Evaluate(select.WhenFalse, column, other),
        Reduce reduce => EvaluateReduction(reduce.Kind, [.. Enumerable.Range(0, _environment.Columns).Select(i => Evaluate(reduce.Body, i, NoColumn))]),
        SumOverOthers sum => EvaluateReduction(ReductionKind.Sum, [.. Enumerable.Range(0, _environment.Columns).Select(j => Evaluate(sum.Body, column, j))]),
        Call call => EvaluateCall(call.Function.Name, [.. call.Arguments.Items.Select(argument => Evaluate(argument, column, other))]),
        _ => throw new ArgumentException($"{expression.GetType().Name} is not a number."),
    };

    private static Dual EvaluateCall(string function, Dual[] arguments) => (function, arguments) switch
    {
        ("Add", [var x, var y]) => x + y,
        ("Subtract", [var x, var y]) => x - y,
        ("Multiply", [var x, var y]) => x * y,
        ("Divide", [var x, var y]) => x / y,
        ("Clamp", [var x, var low, var high]) => FunctionOracle.Clamp(x, low, high),
        ("DirectionCosine", [var x, var y, _]) => BinaryOracle.Apply(function, x, y),
        (_, [var x]) => UnaryOracle.Apply(function, x),
        (_, [var x, var y]) => BinaryOracle.Apply(function, x, y),
        _ => throw new ArgumentException($"The oracle has no {function} of {arguments.Length} arguments."),
    };

    private static Dual EvaluateReduction(ReductionKind kind, Dual[] elements) => kind switch
    {
        ReductionKind.Sum => elements.Aggregate(new Dual(0), static (sum, element) => sum + element),
        ReductionKind.Product => elements.Aggregate(new Dual(1), static (product, element) => product * element),
        ReductionKind.Max => Extremum(elements, elements.Max(static element => element.Value)),
        ReductionKind.Min => Extremum(elements, elements.Min(static element => element.Value)),
        _ => LogSumExp(elements),
    };

    /// <summary>Ties share evenly.</summary>
    private static Dual Extremum(Dual[] elements, double value)
    {
        Dual[] extreme = [.. elements.Where(element => element.Value == value)];
        return new(value, extreme.Average(static element => element.First), extreme.Average(static element => element.Second));
    }

    private static Dual LogSumExp(Dual[] elements)
    {
        double largest = elements.Max(static element => element.Value);
        double sum = elements.Sum(element => Math.Exp(element.Value - largest));
        double[] weights = [.. elements.Select(element => Math.Exp(element.Value - largest) / sum)];
        double first = elements.Zip(weights, static (element, weight) => weight * element.First).Sum();
        double second = elements.Zip(weights, (element, weight) => weight * (element.Second + Math.Pow(element.First - first, 2))).Sum();
        return new(largest + Math.Log(sum), first, second);
    }

    private bool Holds(Expr condition, int column, int other) => condition switch
    {
        Truth truth => truth.Value,
        Variable variable => _environment.Scalars[variable.Input].Value != 0,
        Call { Function.Name: "And" } call => Holds(call[0], column, other) && Holds(call[1], column, other),
        Call { Function.Name: "Or" } call => Holds(call[0], column, other) || Holds(call[1], column, other),
        Call { Function.Name: "Not" } call => !Holds(call[0], column, other),
        Call { Function.Name: "IsFinite" } call => double.IsFinite(Evaluate(call[0], column, other).Value),
        Call call => Compares(call.Function.Name, Evaluate(call[0], column, other).Value, Evaluate(call[1], column, other).Value),
        _ => throw new ArgumentException($"{condition.GetType().Name} is not a condition."),
    };

    private static bool Compares(string comparison, double left, double right) => comparison switch
    {
        "Equal" => left == right,
        "NotEqual" => left != right,
        "LessThan" => left < right,
        "LessThanOrEqual" => left <= right,
        "GreaterThan" => left > right,
        "GreaterThanOrEqual" => left >= right,
        _ => throw new ArgumentException($"The oracle has no condition {comparison}."),
    };

    private sealed class NodeComparer : IEqualityComparer<(Expr Expression, int Column, int Other)>
    {
        public static readonly NodeComparer Instance = new();

        public bool Equals((Expr Expression, int Column, int Other) x, (Expr Expression, int Column, int Other) y) =>
            ReferenceEquals(x.Expression, y.Expression) && x.Column == y.Column && x.Other == y.Other;

        public int GetHashCode((Expr Expression, int Column, int Other) obj) => HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Expression), obj.Column, obj.Other);
    }
}
