using LossGen.Generator.Model;
using LossGen.Generator.Tests.Oracles;

namespace LossGen.Generator.Tests.Programs;

/// <summary>Compares what a compiled loss computes with dual numbers, at all points of a program.</summary>
internal sealed class ProgramCheck
{
    /// <summary>How far results may differ, relative to the expected one.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>How far results may differ, relative to the largest intermediate result. In a second derivative the squares of first ones are among these.</summary>
    private const double ToleranceOfScale = 1e-12;

    /// <summary>How far from a kink its sides are looked at.</summary>
    private const double Offset = 1e-6;

    private readonly RandomProgram _program;
    private readonly KernelProbe _probe;
    private readonly OracleTape _oracle;
    private readonly Random _random;

    private ProgramCheck(RandomProgram program, KernelProbe probe)
    {
        _program = program;
        _probe = probe;
        _oracle = OracleTape.Of(program.Model);
        _random = new(program.Number);
    }

    private int Compared { get; set; }

    private int Skipped { get; set; }

    public static ProgramOutcome Run(CompiledProgram compiled)
    {
        if (compiled.Probe is null)
        {
            return new(compiled.Program, compiled.Failure, 0, 0);
        }

        ProgramCheck check = new(compiled.Program, compiled.Probe);
        string? mismatch = compiled.Program.Points.Select(check.At).FirstOrDefault(static found => found is not null);
        return new(compiled.Program, mismatch, check.Compared, check.Skipped);
    }

    private string? At(ProgramPoint point)
    {
        SampleData sample = new(point, _program.Model);
        ProbeResult actual = _probe.Evaluate(sample);
        (double valueAlone, ProbeResult withGradient) = _program.IsEvaluatedForLess ? _probe.EvaluateLess(sample) : (actual.Value, actual);
        foreach (LossParameter prediction in _program.Model.OfRole(InputRole.Prediction))
        {
            int position = prediction.Input.Position;
            for (int column = 0; column < sample.Predictions[position].Length; column++)
            {
                OracleResult expected = _oracle.Evaluate(point, prediction.Input, column, OracleRounding.None);
                Dual spread = Spread(point, prediction.Input, column, expected);
                string by = prediction.IsRow ? $"{prediction.Input.Name}[{column}]" : prediction.Input.Name;
                string? mismatch =
                    Compare("value", point, expected.Loss.Value, spread.Value, expected.Scale.Value, actual.Value)
                    ?? Compare("value without derivatives", point, expected.Loss.Value, spread.Value, expected.Scale.Value, valueAlone)
                    ?? Compare("value without Hessian", point, expected.Loss.Value, spread.Value, expected.Scale.Value, withGradient.Value);
                if (!expected.IsSingular && double.IsFinite(expected.Loss.Value))
                {
                    mismatch ??=
                        Compare($"gradient by {by}", point, expected.Loss.First, spread.First, expected.Scale.First, actual.Gradient[position][column])
                        ?? Compare($"gradient without Hessian by {by}", point, expected.Loss.First, spread.First, expected.Scale.First, withGradient.Gradient[position][column]);
                    if (mismatch is not null && expected.IsAtKink && IsSmooth(point, prediction.Input, column, actual.Gradient[position][column]))
                    {
                        mismatch = null;
                    }
                }

                if (!expected.IsSingular && !expected.IsAtKink && double.IsFinite(expected.Loss.Value) && double.IsFinite(expected.Loss.First))
                {
                    double scale = Math.Max(expected.Scale.Second, expected.Scale.First * expected.Scale.First);
                    mismatch ??= Compare($"Hessian by {by}", point, expected.Loss.Second, spread.Second, scale, actual.Hessian[position][column]);
                }

                if (mismatch is not null)
                {
                    return mismatch;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// Whether the derivative at a kink is that of the function on both sides of it: max(x, 0) + log(1 + e^−|x|) has none, and where the compiler
    /// sees that, it need not follow the convention for each of the two.
    /// </summary>
    private bool IsSmooth(ProgramPoint point, Input direction, int column, double derivative)
    {
        return IsNear(NextTo(-Offset)) && IsNear(NextTo(Offset));

        double NextTo(double offset) => _oracle.Evaluate(point.Moved(direction, column, offset), direction, column, OracleRounding.None).Loss.First;

        bool IsNear(double neighbour) => Math.Abs(neighbour - derivative) <= 1e-3 * Math.Max(1, Math.Abs(derivative));
    }

    /// <summary>By how much the oracle's results vary when every step of it is changed a little, the other way round, and in another way.</summary>
    private Dual Spread(ProgramPoint point, Input direction, int column, OracleResult expected)
    {
        Dual spread = new(0);
        int seed = _random.Next();
        foreach (OracleRounding rounding in (OracleRounding[])[new(new Random(seed)), new(new Random(seed), sign: -1), new(new Random(_random.Next()))])
        {
            OracleResult result = _oracle.Evaluate(point, direction, column, rounding);

            // On the other side of a kink derivatives are other ones, even where they happen to have the same value: on the kink, they may have none.
            Dual perturbed = result.Sides == expected.Sides ? result.Loss : new(result.Loss.Value, double.NaN, double.NaN);
            spread = new(
                Wider(spread.Value, perturbed.Value, expected.Loss.Value), Wider(spread.First, perturbed.First, expected.Loss.First), Wider(spread.Second, perturbed.Second, expected.Loss.Second));
        }

        return spread;

        static double Wider(double spread, double perturbed, double expected) =>
            perturbed.Equals(expected) ? spread : double.IsFinite(perturbed) ? Math.Max(spread, Math.Abs(perturbed - expected)) : double.PositiveInfinity;
    }

    private string? Compare(string what, ProgramPoint point, double expected, double spread, double scale, double actual)
    {
        double tolerance = (Tolerance * Math.Abs(expected)) + (ToleranceOfScale * scale);
        if (!double.IsFinite(expected) || !double.IsFinite(scale) || !(spread <= tolerance))
        {
            Skipped++;
            return null;
        }

        Compared++;
        return Math.Abs(actual - expected) <= tolerance || Math.Abs(expected) + Math.Abs(actual) < 1e-290
            ? null
            : FormattableString.Invariant($"{what} is {actual:R}, not {expected:R}, at {point}");
    }
}

/// <summary>What came of a program: what failed first, and how many results could be compared.</summary>
internal sealed record ProgramOutcome(RandomProgram Program, string? Failure, int Compared, int Skipped)
{
    public override string ToString() => $"{Program}\n  {Failure}";
}
