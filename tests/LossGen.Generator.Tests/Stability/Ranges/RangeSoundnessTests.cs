using System.Collections.Concurrent;
using System.Collections.Immutable;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Ranges;
using LossGen.Generator.Tests.Programs;
using Xunit;

namespace LossGen.Generator.Tests.Stability.Ranges;

/// <summary>
/// Soundness of the range analysis by sampling: no node of a random loss or of its derivatives has a value outside its interval, in the
/// arithmetic of either element type and of the real numbers.
/// </summary>
public class RangeSoundnessTests(ITestOutputHelper output)
{
    private const int PointsPerProgram = 8;

    [Fact]
    public void EveryValueOfAnElementLoss_LiesInItsInterval() => Check(ProgramSource.Element, ProgramSource.ElementPrograms);

    [Fact]
    public void EveryValueOfARowLoss_LiesInItsInterval() => Check(ProgramSource.Row, ProgramSource.RowPrograms);

    [Fact]
    public void EveryValueOfALossOfPairs_LiesInItsInterval() => Check(ProgramSource.Pairs, ProgramSource.PairPrograms);

    private void Check(Func<int, RandomProgram> source, int programs)
    {
        ConcurrentBag<CheckedRanges> outcomes = [];
        Parallel.For(0, programs, number => outcomes.Add(Check(source(number))));

        CheckedRanges? failed = outcomes.Where(static outcome => outcome.Failure is not null).MinBy(static outcome => outcome.Program.Number);
        Assert.True(failed is null, $"{failed?.Program}\n{failed?.Failure}");
        foreach (Numbers numbers in Enum.GetValues<Numbers>())
        {
            long compared = outcomes.Sum(outcome => outcome.Compared[(int)numbers]);
            long narrow = outcomes.Sum(outcome => outcome.Narrow[(int)numbers]);
            output.WriteLine($"{numbers}: {compared} values compared, {narrow} with bounded intervals");
            Assert.True(narrow * 3 > compared, $"only {narrow} of {compared} intervals are bounded");
        }
    }

    private static CheckedRanges Check(RandomProgram program)
    {
        ImmutableArray<Expr> roots = Roots(program.Model);
        NodeTape tape = new(roots);
        Random random = new(program.Number);
        ProgramPoint[] points = [.. Enumerable.Range(0, PointsPerProgram).Select(place => Mixed(program, random, place))];
        InputDomains domains = DomainsOf(program.Model, points);
        CheckedRanges outcome = new(program);
        foreach (Numbers numbers in Enum.GetValues<Numbers>())
        {
            RangeCheck check = new(tape, [.. roots.Select(tape.PlaceOf).Distinct()], RangeAnalysis.Create(domains, numbers));
            foreach (ProgramPoint point in points)
            {
                if (check.At(point) is { } failure)
                {
                    return outcome with { Failure = $"{failure}\nat {point}\nin {numbers}" };
                }
            }

            outcome.Compared[(int)numbers] = check.Compared;
            outcome.Narrow[(int)numbers] = check.Narrow;
        }

        return outcome;
    }

    /// <summary>The loss with its links, and its derivatives as they come out of calculus.</summary>
    private static ImmutableArray<Expr> Roots(LossModel model)
    {
        Derivation derivation = Derivation.Of(model);
        ExprInterner interner = new();
        return
        [
            interner.Intern(Links.Apply(model.Value.Root, model.Parameters)),
            interner.Intern(derivation.Value),
            .. derivation.Derivatives.Select(derivatives => interner.Intern(derivatives.Gradient)),
            .. derivation.Derivatives.Select(derivatives => interner.Intern(derivatives.Hessian!)),
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

    /// <summary>What came of a program: the first value outside its interval, and by kind of numbers how many values were compared, how many of them with a bounded interval.</summary>
    private sealed record CheckedRanges(RandomProgram Program, string? Failure = null)
    {
        public long[] Compared { get; } = new long[Enum.GetValues<Numbers>().Length];

        public long[] Narrow { get; } = new long[Enum.GetValues<Numbers>().Length];
    }
}
