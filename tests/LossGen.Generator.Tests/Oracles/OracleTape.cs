using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Programs;

namespace LossGen.Generator.Tests.Oracles;

/// <summary>
/// A formula flattened for repeated evaluation with second-order dual numbers. It knows functions by their names, links by their
/// definitions, and uses none of the compiler's rules.
/// </summary>
internal sealed class OracleTape
{
    private readonly Entry[] _entries;
    private readonly Dictionary<Input, LinkKind> _links;

    private OracleTape(Entry[] entries, Dictionary<Input, LinkKind> links)
    {
        _entries = entries;
        _links = links;
    }

    public static OracleTape Of(LossModel model)
    {
        Dictionary<Expr, int> places = [];
        List<Entry> entries = [];
        foreach (Expr node in ExprOrder.ChildrenFirst(model.Value.Root, ExprChildren.Of))
        {
            places.Add(node, entries.Count);
            entries.Add(new(node, [.. ExprChildren.Of(node).Select(child => places[child])], (node as Call)?.Function.Name ?? "", node.Indices));
        }

        return new([.. entries], model.Parameters.Items.ToDictionary(static parameter => parameter.Input, static parameter => parameter.Link));
    }

    /// <summary>The formula with its derivatives by one number of the sample.</summary>
    /// <param name="point">The sample.</param>
    /// <param name="direction">The parameter by which is differentiated.</param>
    /// <param name="directionColumn">The column, if that is a row.</param>
    /// <param name="rounding">What happens to every result.</param>
    public OracleResult Evaluate(ProgramPoint point, Input direction, int directionColumn, OracleRounding rounding) =>
        new Evaluation(this, point, direction, directionColumn, rounding).Run();

    /// <summary>One node: its children's places, and the indices for which it has values: columns, or pairs of columns.</summary>
    private sealed record Entry(Expr Node, int[] Children, string Function, IndexSet Indices)
    {
        public int PlaceOf(int column, int other, int columns) => Indices.HasOthers ? (column * columns) + other : Indices.HasColumns ? column : 0;
    }

    private sealed class Evaluation(OracleTape tape, ProgramPoint point, Input direction, int directionColumn, OracleRounding rounding)
    {
        private readonly Traced[][] _values = new Traced[tape._entries.Length][];

        /// <summary>The largest magnitudes among all intermediate results, beginning with the direction itself.</summary>
        private Dual _scale = Dual.Seed(0);

        /// <summary>On which sides of their kinks the functions were evaluated.</summary>
        private int _sides;

        public OracleResult Run()
        {
            for (int place = 0; place < tape._entries.Length; place++)
            {
                Entry entry = tape._entries[place];
                int others = entry.Indices.HasOthers ? point.Columns : 1;
                _values[place] = new Traced[others * (entry.Indices.IsEmpty ? 1 : point.Columns)];
                for (int value = 0; value < _values[place].Length; value++)
                {
                    _values[place][value] = Evaluate(entry, value / others, value % others);
                    Widen(_values[place][value].Number);
                }
            }

            Traced loss = _values[^1][0];
            return new(loss.Number, _scale, loss.IsAtKink, loss.IsSingular, _sides);
        }

        private Traced Evaluate(Entry entry, int column, int other)
        {
            switch (entry.Node)
            {
                case Literal literal:
                    return new(literal.Value);
                case Truth truth:
                    return new(truth.Value ? 1 : 0);
                case Variable variable:
                    return new(Linked(variable.Input, point.Scalars[variable.Input], column: 0));
                case Column:
                    return new(column);
                case OtherColumn:
                    return new(other);
                case ColumnCount:
                    return new(point.Columns);
                case Read read:
                    int index = (int)Child(0).Number.Value;
                    return new(Linked(read.Row, point.Rows[read.Row][index], index));
                case Select:
                    Traced condition = Child(0);
                    Traced taken = condition.Number.Value != 0 ? Child(1) : Child(2);
                    return taken.After(condition);
                case SumOverOthers:
                    Traced[] pairs = _values[entry.Children[0]][(column * point.Columns)..((column + 1) * point.Columns)];
                    Dual sum = ReductionOracle.Apply(ReductionKind.Sum, [.. pairs.Select(static pair => pair.Number)], rounding);
                    return pairs.Aggregate(new Traced(sum), static (result, pair) => result.After(pair));
                case Reduce reduce:
                    Traced[] terms = _values[entry.Children[0]];
                    Dual[] numbers = [.. terms.Select(static term => term.Number)];
                    Dual reduced = ReductionOracle.Apply(reduce.Kind, numbers, rounding);
                    if (reduce.Kind == ReductionKind.Product)
                    {
                        // The product of the other factors is found by division, in which two terms as large as this cancel.
                        Widen(new(0, 0, numbers.Max(factor => factor.Value == 0 ? 0 : Math.Abs(reduced.Value) * Math.Pow(factor.First / factor.Value, 2))));
                    }

                    return terms.Aggregate(new Traced(reduced, Kinks.IsAt(reduce.Kind, numbers)), static (result, term) => result.After(term));
                case Call { IsCondition: true }:
                    Traced left = Child(0);
                    Traced right = entry.Children.Length > 1 ? Child(1) : new(0);
                    return new Traced(Holds(entry.Function, left.Number.Value, right.Number.Value) ? 1 : 0).After(left).After(right);
                default:
                    return Apply(entry.Function, [.. Enumerable.Range(0, entry.Children.Length).Select(Child)]);
            }

            Traced Child(int child)
            {
                int place = entry.Children[child];
                return _values[place][tape._entries[place].PlaceOf(column, other, point.Columns)];
            }
        }

        private void Widen(Dual result) => _scale = new(
            Math.Max(_scale.Value, Math.Abs(result.Value)), Math.Max(_scale.First, Math.Abs(result.First)), Math.Max(_scale.Second, Math.Abs(result.Second)));

        private Traced Apply(string function, Traced[] arguments)
        {
            Dual[] numbers = [.. arguments.Select(static argument => argument.Number)];
            Dual result = FunctionOracle.Apply(function, numbers);
            _sides = HashCode.Combine(_sides, Kinks.Side(function, numbers));
            Dual parts = default;
            if (numbers.Count(static number => !number.IsConstant) > 1)
            {
                // What comes of each argument alone may cancel in the result.
                for (int varying = 0; varying < numbers.Length; varying++)
                {
                    Dual part = FunctionOracle.Apply(function, [.. numbers.Select((number, argument) => argument == varying ? number : new Dual(number.Value))]);
                    Widen(part);
                    parts = new(0, Math.Max(Math.Abs(part.First), parts.First), Math.Max(Math.Abs(part.Second), parts.Second));
                }
            }

            return arguments.Aggregate(
                new Traced(rounding.Round(function, numbers, result, parts), Kinks.IsAt(function, numbers), result.IsFinite && Kinks.IsSingular(function, numbers)),
                static (known, argument) => known.After(argument));
        }

        private static bool Holds(string condition, double left, double right) => condition switch
        {
            "And" => left != 0 && right != 0,
            "Or" => left != 0 || right != 0,
            "Not" => left == 0,
            "IsFinite" => double.IsFinite(left),
            "Equal" => left == right,
            "NotEqual" => left != right,
            "LessThan" => left < right,
            "LessThanOrEqual" => left <= right,
            "GreaterThan" => left > right,
            "GreaterThanOrEqual" => left >= right,
            _ => throw new ArgumentException($"The oracle has no condition {condition}."),
        };

        private Dual Linked(Input input, double value, int column)
        {
            LinkKind link = tape._links[input];
            if (link == LinkKind.SoftMax)
            {
                double[] row = point.Rows[input];
                Dual[] scores = [.. row.Select((score, place) => Score(input, score, place))];
                Dual normaliser = ReductionOracle.Apply(ReductionKind.LogSumExp, scores, rounding);
                return Rounded("SoftMaxWeight", scores[column], normaliser);
            }

            Dual raw = Score(input, value, column);
            return link == LinkKind.Identity ? raw : Rounded(link.ToString(), raw);
        }

        private Dual Rounded(string function, params Dual[] arguments) => rounding.Round(function, arguments, FunctionOracle.Apply(function, arguments));

        private Dual Score(Input input, double value, int column) => new(value, input == direction && column == directionColumn ? 1 : 0);
    }

    /// <summary>A result, and what happened on the way to it; what a choice does not take did not happen.</summary>
    private readonly record struct Traced(Dual Number, bool IsAtKink = false, bool IsSingular = false)
    {
        public Traced After(Traced earlier) => new(Number, IsAtKink || earlier.IsAtKink, IsSingular || earlier.IsSingular);
    }
}

/// <summary>What an oracle finds.</summary>
/// <param name="Loss">The value and both derivatives.</param>
/// <param name="Scale">The largest magnitudes on the way to each of them.</param>
/// <param name="IsAtKink">Whether a function was evaluated exactly where it has no derivative.</param>
/// <param name="IsSingular">Whether a function was evaluated where its derivative is infinite, at an argument that does not vary: the derivative is 0·∞.</param>
/// <param name="Sides">Says whether another evaluation was on the same sides of all kinks.</param>
internal readonly record struct OracleResult(Dual Loss, Dual Scale, bool IsAtKink, bool IsSingular, int Sides);
