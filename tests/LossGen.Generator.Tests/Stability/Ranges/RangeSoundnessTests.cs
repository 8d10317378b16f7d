using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Ranges;
using LossGen.Generator.Tests.Programs;
using Xunit;

namespace LossGen.Generator.Tests.Stability.Ranges;

/// <summary>Soundness of the range analysis by sampling: no node of a random loss or of its derivatives has a value outside its interval.</summary>
public class RangeSoundnessTests(ITestOutputHelper output)
{
    private const int Programs = 1500;

    /// <summary>Fewer: each takes as long as the square of its columns.</summary>
    private const int ProgramsOfPairs = 150;

    private const int PointsPerProgram = 8;

    /// <summary>How far the rounding of doubles may take a result from the real one, relative to the largest number on the way.</summary>
    private const double RealSlack = 1e-9;

    [Theory]
    [InlineData((int)Numbers.Single)]
    [InlineData((int)Numbers.Double)]
    public void EveryValueOfARandomLoss_LiesInItsInterval(int numbers)
    {
        Check(ProgramSource.Element, Programs, (Numbers)numbers);
        Check(ProgramSource.Row, Programs, (Numbers)numbers);
        Check(ProgramSource.Pairs, ProgramsOfPairs, (Numbers)numbers);
    }

    [Fact]
    public void EveryRealValueOfARandomLoss_LiesInItsInterval()
    {
        Check(ProgramSource.Element, Programs, Numbers.Real);
        Check(ProgramSource.Row, Programs, Numbers.Real);
        Check(ProgramSource.Pairs, ProgramsOfPairs, Numbers.Real);
    }

    private void Check(Func<int, RandomProgram> source, int programs, Numbers numbers)
    {
        int compared = 0;
        int narrow = 0;
        for (int number = 0; number < programs; number++)
        {
            RandomProgram program = source(number);
            Random random = new(number);
            Expr[] roots = Roots(program.Model);
            ProgramPoint[] points = [.. Enumerable.Range(0, PointsPerProgram).Select(place => Mixed(program, random, place))];
            RangeAnalysis analysis = RangeAnalysis.Create(DomainsOf(program.Model, points), numbers);
            foreach (Expr root in roots)
            {
                foreach (ProgramPoint point in points)
                {
                    NodeValues values = new(root, point, value => Rounding.ToNearest(value, numbers.Bounds()));
                    if (numbers == Numbers.Real && values.All.Values.SelectMany(static value => value).Any(static value => !double.IsFinite(value)))
                    {
                        // Not a real number, or one that doubles do not have.
                        continue;
                    }

                    string? failure = new Walk(analysis, values, point.Columns, numbers).Check(root);
                    if (failure is not null)
                    {
                        // Not as an assertion's message, which is written at every point: a formula that shares its parts is long in print.
                        Assert.Fail($"{program}\n{failure}\nin {root}\nat {point}\nin {numbers}");
                    }

                    compared += values.All.Count;
                    narrow += values.All.Keys.Count(node => !analysis.Of(node).MayBeInfinite);
                }
            }
        }

        output.WriteLine($"{numbers}: {compared} values compared, {narrow} with bounded intervals");
        Assert.True(narrow * 3 > compared, $"only {narrow} of {compared} intervals are bounded");
    }

    /// <summary>The loss with its links, and its derivatives as they come out of calculus.</summary>
    private static Expr[] Roots(LossModel model)
    {
        Derivation derivation = Derivation.Of(model);
        return
        [
            Links.Apply(model.Value.Root, model.Parameters),
            derivation.Value,
            .. derivation.Derivatives.Select(static derivatives => derivatives.Gradient),
            .. derivation.Derivatives.Select(static derivatives => derivatives.Hessian!),
        ];
    }

    /// <summary>A sample with numbers of the program's own samples, so that every number lies in the hull of those.</summary>
    private static ProgramPoint Mixed(RandomProgram program, Random random, int place)
    {
        ProgramPoint columns = program.Points[place % program.Points.Length];
        return columns with
        {
            Scalars = columns.Scalars.ToDictionary(
                static scalar => scalar.Key,
                scalar => scalar.Key.Role == InputRole.Label ? scalar.Value : program.Points[random.Next(program.Points.Length)].Scalars[scalar.Key]),
            Rows = columns.Rows.ToDictionary(static row => row.Key, static row => row.Value.ToArray()),
        };
    }

    private static InputDomains DomainsOf(LossModel model, ProgramPoint[] points)
    {
        InputDomains domains = InputDomains.Of(model, double.PositiveInfinity);
        foreach (LossParameter parameter in model.Parameters.Items.Where(static parameter => parameter.Input.Role != InputRole.Label && parameter.Type != "bool"))
        {
            double[] values = [.. points.SelectMany(point => parameter.IsRow ? point.Rows[parameter.Input] : [point.Scalars[parameter.Input]])];
            domains = domains.With(parameter.Input, new(values.Min(), values.Max()));
        }

        return domains;
    }

    /// <summary>Walks down the graph as it is evaluated: into the branches that are taken, with what is known there.</summary>
    private sealed class Walk(RangeAnalysis outermost, NodeValues values, int columns, Numbers numbers)
    {
        private readonly HashSet<(RangeAnalysis, Expr, int, int)> _seen = [];
        private readonly double _slack = numbers == Numbers.Real
            ? RealSlack * values.All.Values.SelectMany(static value => value).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max()
            : 0;

        public string? Check(Expr root) => Enumerable.Range(0, columns).Select(column => Check(outermost, root, column)).FirstOrDefault(static failure => failure is not null);

        private string? Check(RangeAnalysis analysis, Expr node, int column, int other = 0)
        {
            if (!_seen.Add((analysis, node, column, other)))
            {
                return null;
            }

            double value = values.At(node, column, other);
            Interval range = analysis.Of(node);
            if (!Contains(range, value))
            {
                return FormattableString.Invariant($"{node} = {value:R} is not in {range}");
            }

            switch (node)
            {
                case Select select:
                    bool isTaken = values.At(select.Condition, column, other) != 0;
                    return Check(analysis, select.Condition, column, other)
                        ?? (analysis.Where(select.Condition, isTaken) is { } branch
                            ? Check(branch, isTaken ? select.WhenTrue : select.WhenFalse, column, other)
                            : IsDelicate ? null : $"{select.Condition} is {isTaken}, which the analysis excludes");
                case Reduce reduce:
                    // Its body is looked at where nothing is known of the column.
                    return Enumerable.Range(0, columns).Select(place => Check(outermost, reduce.Body, place)).FirstOrDefault(static failure => failure is not null);
                case SumOverOthers sum:
                    return Enumerable.Range(0, columns).Select(place => Check(analysis, sum.Body, column, place)).FirstOrDefault(static failure => failure is not null);
                default:
                    return ExprChildren.Of(node).Select(child => Check(analysis, child, column, other)).FirstOrDefault(static failure => failure is not null);
            }
        }

        /// <summary>Rounded results decide some conditions otherwise than real ones.</summary>
        private bool IsDelicate => numbers == Numbers.Real;

        private bool Contains(Interval range, double value) => numbers == Numbers.Real
            ? range.IsEmpty || (range.Low - _slack <= value && value <= range.High + _slack)
            : range.Contains(value) && (value != 0 || (double.IsNegative(value) ? double.IsNegative(range.Low) : !double.IsNegative(range.High)));
    }
}
