using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Oracles;
using Xunit;

namespace LossGen.Generator.Tests.Functions;

/// <summary>Derivatives of every function against second-order dual numbers: at every landmark, kinks and ties included, and at random points.</summary>
public class OracleTests
{
    private const int RandomPoints = 2000;

    /// <summary>The oracle's textbook formulas cancel more than the compiler's; the tables are the test of accuracy.</summary>
    private const double Tolerance = 1e-9;

    public static TheoryData<string> Functions => [.. Examples.AllNumeric.Select(static function => function.Name)];

    [Fact]
    public void Oracle_KnowsEveryFunction()
    {
        string[] arithmetic = ["Add", "Subtract", "Multiply", "Divide", "Clamp"];

        Assert.Equal(
            Examples.AllNumeric.Select(static function => function.Name).Order(StringComparer.Ordinal),
            UnaryOracle.Names.Concat(BinaryOracle.Names).Concat(arithmetic).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Derivatives_AgreeWithDualNumbers(string name)
    {
        Function function = Examples.Find(name);
        Call value = Examples.Apply(function);
        Expr formula = name == "DirectionCosine" ? DirectionCosine.Of(Examples.X, Examples.Y, Hypot.Of(Examples.X, Examples.Y)) : value;
        Variable[] variables = [.. new[] { Examples.X, Examples.Y, Examples.Z }.Take(name == "DirectionCosine" ? 2 : function.Arity)];
        List<string> failures = [];
        // Two differentiations of the named functions end at the tetragamma and the slope of the hazard.
        int depth = name switch { "ErfcHazardSlope" or "LogBetaCurvature" or "LogGammaRatioCurvature" or "LogSoftplusCurvature" or "Tetragamma" => 0, "ErfcHazard" or "LogBetaSlope" or "LogGammaRatioSlope" or "LogSoftplusSlope" or "Trigamma" => 1, _ => 2 };
        foreach (Variable variable in variables)
        {
            Expr first = ForwardDerivative.Of(formula, variable);
            Expr second = ForwardDerivative.Of(first, variable);
            foreach (double[] point in Points(variables.Length))
            {
                (Variable, double)[] numbers = [.. variables.Zip(point)];
                OracleEnvironment environment = OracleEnvironment.Of([.. numbers.Select(static pair => (pair.Item1, new Dual(pair.Item2)))]);
                Dual expected = DualEvaluator.Evaluate(formula, environment.Seed(variable.Input));
                Dual actual = new(FormulaEvaluator.Evaluate(formula, numbers), FormulaEvaluator.Evaluate(first, numbers), FormulaEvaluator.Evaluate(second, numbers));
                if (!Agree(expected, actual, depth))
                {
                    failures.Add($"by {variable} at ({string.Join(", ", point)}): {actual}, not {expected}");
                }
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} failures\n" + string.Join('\n', failures.Take(20)));
    }

    /// <summary>
    /// What the oracle knows must be matched. It knows no number at poles, and where its formulas overflow; and relative to the larger
    /// of value, slope and curvature it is sure.
    /// </summary>
    private static bool Agree(Dual expected, Dual actual, int depth)
    {
        if (double.IsNaN(expected.Value))
        {
            return double.IsNaN(actual.Value);
        }

        double scale = expected.IsFinite ? 1e-3 * Math.Max(Math.Abs(expected.Value), Math.Max(Math.Abs(expected.First), Math.Abs(expected.Second))) : 0;
        return Matches(expected.Value, actual.Value, scale)
            && (depth < 1 || Matches(expected.First, actual.First, scale))
            && (depth < 2 || Matches(expected.Second, actual.Second, scale));
    }

    private static bool Matches(double expected, double actual, double scale) =>
        !double.IsFinite(expected) || Examples.Error(expected, actual, scale) <= Tolerance;

    private static IEnumerable<double[]> Points(int arity)
    {
        Random random = new(20260117);
        double[] landmarks = [.. Examples.Landmarks.Where(static landmark => Math.Abs(landmark) <= 1e5)];
        IEnumerable<double[]> special = arity switch
        {
            1 => landmarks.Select(static x => new[] { x }),
            2 => from x in landmarks from y in landmarks select new[] { x, y },
            _ => from x in landmarks from y in landmarks.Take(12) from z in landmarks.Take(12) select new[] { x, y, z },
        };
        return special.Concat(Enumerable.Range(0, RandomPoints).Select(_ => Enumerable.Range(0, arity).Select(_ => RandomNumber(random)).ToArray()));
    }

    private static double RandomNumber(Random random) => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 3));
}
