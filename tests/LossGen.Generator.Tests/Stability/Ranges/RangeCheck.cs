using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Ranges;
using LossGen.Generator.Tests.Programs;

namespace LossGen.Generator.Tests.Stability.Ranges;

/// <summary>Compares the values of all nodes of some graphs with their intervals.</summary>
internal sealed class RangeCheck(NodeTape tape, ImmutableArray<int> roots, RangeAnalysis analysis)
{
    /// <summary>How far the rounding of doubles may take a result from the real one, relative to the largest number on the way.</summary>
    private const double RealSlack = 1e-9;

    private readonly ImmutableArray<ImmutableArray<int>> _below = [.. roots.Select(tape.Below)];
    private readonly ImmutableArray<int> _narrow = [.. roots.Select(root => tape.Below(root).Count(place => !analysis.Of(tape.NodeAt(place)).MayBeInfinite))];

    public long Compared { get; private set; }

    /// <summary>How many of the intervals are bounded.</summary>
    public long Narrow { get; private set; }

    /// <summary>The first value at a sample that is not in its interval, or null.</summary>
    public string? At(ProgramPoint point)
    {
        NodeValues values = tape.At(point, analysis.Numbers.Bounds());
        HashSet<(RangeAnalysis, int, int)> seen = [];
        for (int root = 0; root < roots.Length; root++)
        {
            double slack = 0;
            if (analysis.Numbers == Numbers.Real)
            {
                double largest = Largest(values, _below[root]);
                if (!double.IsFinite(largest))
                {
                    // Not a real number, or one that doubles do not have.
                    continue;
                }

                slack = RealSlack * largest;
                seen.Clear();
            }

            if (new Walk(tape, values, analysis, point.Columns, slack, seen).From(roots[root]) is { } failure)
            {
                return $"{failure}\nin {tape.NodeAt(roots[root])}";
            }

            Compared += _below[root].Length;
            Narrow += _narrow[root];
        }

        return null;
    }

    /// <summary>The largest magnitude among the values of some nodes; NaN or ∞ if one is that.</summary>
    private static double Largest(NodeValues values, ImmutableArray<int> places)
    {
        double largest = 0;
        foreach (int place in places)
        {
            foreach (double value in values.Of(place))
            {
                largest = Math.Max(largest, Math.Abs(value));
            }
        }

        return largest;
    }

    /// <summary>Goes down the graph as it is evaluated: into the branches that are taken, with what is known there.</summary>
    private sealed class Walk(NodeTape tape, NodeValues values, RangeAnalysis outermost, int columns, double slack, HashSet<(RangeAnalysis, int, int)> seen)
    {
        /// <summary>Rounded results decide some conditions otherwise than real ones.</summary>
        private bool IsReal => outermost.Numbers == Numbers.Real;

        public string? From(int root) => Columns(column => Check(outermost, root, column));

        private string? Check(RangeAnalysis analysis, int place, int column, int other = 0)
        {
            if (!seen.Add((analysis, place, tape.IndexOf(place, column, other, columns))))
            {
                return null;
            }

            Expr node = tape.NodeAt(place);
            double value = values.At(place, column, other);
            if (!Contains(analysis.Of(node), value))
            {
                return FormattableString.Invariant($"{node} = {value:R} is not in {analysis.Of(node)}");
            }

            ImmutableArray<int> children = tape.ChildrenOf(place);
            switch (node)
            {
                case Select select:
                    bool isTaken = values.At(children[0], column, other) != 0;
                    return Check(analysis, children[0], column, other)
                        ?? (analysis.Where(select.Condition, isTaken) is { } branch
                            ? Check(branch, children[isTaken ? 1 : 2], column, other)
                            : IsReal ? null : $"{select.Condition} is {isTaken}, which the analysis excludes");
                case Reduce:
                    // Its body is looked at where nothing is known of the column.
                    return Columns(term => Check(outermost, children[0], term));
                case SumOverOthers:
                    return Columns(term => Check(analysis, children[0], column, term));
                default:
                    foreach (int child in children)
                    {
                        if (Check(analysis, child, column, other) is { } failure)
                        {
                            return failure;
                        }
                    }

                    return null;
            }
        }

        private string? Columns(Func<int, string?> check)
        {
            for (int column = 0; column < columns; column++)
            {
                if (check(column) is { } failure)
                {
                    return failure;
                }
            }

            return null;
        }

        private bool Contains(Interval range, double value) => IsReal
            ? range.IsEmpty || (range.Low - slack <= value && value <= range.High + slack)
            : range.Contains(value) && (value != 0 || (double.IsNegative(value) ? double.IsNegative(range.Low) : !double.IsNegative(range.High)));
    }
}
