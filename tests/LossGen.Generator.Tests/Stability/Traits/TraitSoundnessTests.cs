using System.Collections.Concurrent;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Traits;
using LossGen.Generator.Tests.Programs;
using LossGen.Generator.Tests.Stability.Ranges;
using Xunit;

namespace LossGen.Generator.Tests.Stability.Traits;

/// <summary>Traits of random losses against their values at random pairs of inputs: every claim must hold there.</summary>
public class TraitSoundnessTests(ITestOutputHelper output)
{
    private const int Programs = 4000;

    /// <summary>Fewer: each takes as long as the square of its columns.</summary>
    private const int ProgramsOfPairs = 400;

    private const int Pairs = 40;

    private const double Slack = 1e-9;

    [Fact]
    public void EveryClaim_HoldsAtRandomInputs()
    {
        ConcurrentBag<CheckedClaims> outcomes = [];
        Parallel.For(0, (2 * Programs) + ProgramsOfPairs, number => outcomes.Add(OfProgram(number)));

        CheckedClaims? failed = outcomes.Where(static outcome => outcome.Failure is not null).MinBy(static outcome => outcome.Number);
        Assert.True(failed is null, failed?.Failure);
        int[] claims = [.. Enumerable.Range(0, 5).Select(claim => outcomes.Count(outcome => outcome.Made[claim]))];
        output.WriteLine($"convex {claims[0]}, smooth {claims[1]}, symmetric {claims[2]}, Lipschitz {claims[3]}, bounded below {claims[4]}");
        Assert.All(claims, static count => Assert.True(count > 0));
    }

    private static CheckedClaims OfProgram(int number)
    {
        RandomProgram program = (number / Programs) switch
        {
            0 => ProgramSource.Element(number),
            1 => ProgramSource.Row(number - Programs),
            _ => ProgramSource.Pairs(number - (2 * Programs)),
        };
        ProvenTraits traits = TraitAnalysis.Of(program.Model);
        bool[] made = [traits.IsConvex, traits.IsSmooth, traits.IsSymmetric, !double.IsInfinity(traits.LipschitzBound), !double.IsInfinity(traits.LowerBound)];
        string? failure = made.Any(static claim => claim) ? new Check(program, traits, new Random(number)).Run() : null;
        return new(number, made, failure is null ? null : $"{program}\n{failure}\n{traits}");
    }

    /// <summary>What is claimed of a program, and where a claim does not hold.</summary>
    private sealed record CheckedClaims(int Number, bool[] Made, string? Failure);

    private sealed class Check(RandomProgram program, ProvenTraits traits, Random random)
    {
        /// <summary>The stable form: rounding must not look like a kink.</summary>
        private readonly NodeTape _formula = new(Derivation.Of(program.Model with { Options = program.Model.Options with { Stabilize = true } }).Value);

        private readonly Input[] _predictions = [.. program.Model.OfRole(InputRole.Prediction).Select(static parameter => parameter.Input)];

        public string? Run() => Enumerable.Range(0, Pairs).Select(_ => AtPair()).FirstOrDefault(static failure => failure is not null);

        private string? AtPair()
        {
            ProgramPoint left = Moved(program.Points[random.Next(program.Points.Length)]);
            ProgramPoint right = Moved(left);
            (double first, double firstScale) = Value(left);
            (double second, double secondScale) = Value(right);
            (double middle, double middleScale) = Value(Between(left, right));
            double slack = Slack * (1 + firstScale + secondScale + middleScale);
            if (!double.IsFinite(first) || !double.IsFinite(second) || !double.IsFinite(slack))
            {
                return null;
            }

            if (traits.IsConvex && middle > ((first + second) / 2) + slack)
            {
                return FormattableString.Invariant($"not convex: {first:R} at {left}, {second:R} at {right}, {middle:R} between");
            }

            double distance = _predictions.Sum(input => left.Rows.TryGetValue(input, out double[]? row)
                ? row.Zip(right.Rows[input], static (a, b) => Math.Abs(a - b)).Sum()
                : Math.Abs(left.Scalars[input] - right.Scalars[input]));
            if (Math.Abs(first - second) > (traits.LipschitzBound * distance) + slack)
            {
                return FormattableString.Invariant($"not Lipschitz: {first:R} at {left}, {second:R} at {right}");
            }

            return first < traits.LowerBound - slack ? FormattableString.Invariant($"not bounded below: {first:R} at {left}") : null;
        }

        private (double Value, double Scale) Value(ProgramPoint point)
        {
            NodeValues values = _formula.At(point, ElementType.Double);
            double scale = Enumerable.Range(0, _formula.Count).Max(place => values.Of(place).ToArray().Max(Math.Abs));
            return (values.Of(_formula.Count - 1)[0], scale);
        }

        /// <summary>The sample with other predictions: near, far, or on a special number.</summary>
        private ProgramPoint Moved(ProgramPoint point) => point with
        {
            Scalars = point.Scalars.ToDictionary(static scalar => scalar.Key, scalar => _predictions.Contains(scalar.Key) ? Number(scalar.Value) : scalar.Value),
            Rows = point.Rows.ToDictionary(static row => row.Key, row => _predictions.Contains(row.Key) ? row.Value.Select(Number).ToArray() : row.Value),
        };

        private double Number(double old) => random.Next(6) switch
        {
            0 => old + (0.01 * (random.NextDouble() - 0.5)),
            1 => random.Next(-3, 4),
            2 => (random.NextDouble() - 0.5) * 100,
            _ => (random.NextDouble() - 0.5) * 8,
        };

        private static ProgramPoint Between(ProgramPoint left, ProgramPoint right) => left with
        {
            Scalars = left.Scalars.ToDictionary(static scalar => scalar.Key, scalar => (scalar.Value + right.Scalars[scalar.Key]) / 2),
            Rows = left.Rows.ToDictionary(static row => row.Key, row => row.Value.Zip(right.Rows[row.Key], static (a, b) => (a + b) / 2).ToArray()),
        };
    }
}
