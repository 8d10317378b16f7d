using LossGen.Generator.Model;
using LossGen.Generator.Tests.Oracles;
using Xunit;

namespace LossGen.Generator.Tests.Functions;

/// <summary>Values and first and second derivatives against tables of mpmath at 120 digits: ordinary points, near kinks and poles, far out.</summary>
public class DerivativeTests
{
    /// <summary>A few units in the last place for each of the few operations of a derivative.</summary>
    private const double Tolerance = 4e-15;

    /// <summary>The double references of the gamma functions are accurate relative to 1, not relative to their zeros and between their poles.</summary>
    private const double GammaTolerance = 2e-14;

    public static TheoryData<string> UnaryFunctions => [.. Examples.ReadTable("unary-functions.tsv").Select(static row => row.Function).Distinct()];

    public static TheoryData<string> BinaryFunctions => [.. Examples.ReadTable("binary-functions.tsv").Select(static row => row.Function).Distinct()];

    [Theory]
    [MemberData(nameof(UnaryFunctions))]
    public void UnaryFunction_AgreesWithTheTable(string name)
    {
        Expr value = Examples.Apply(Examples.Find(name));
        Expr first = ForwardDerivative.Of(value, Examples.X);
        Expr second = ForwardDerivative.Of(first, Examples.X);
        List<string> failures = [];
        foreach ((_, double?[] numbers) in Examples.ReadTable("unary-functions.tsv").Where(row => row.Function == name))
        {
            double x = numbers[0]!.Value;
            Check(failures, "value", numbers[1], FormulaEvaluator.Evaluate(value, (Examples.X, x)), $"{x:R}", value);
            Check(failures, "first", numbers[2], FormulaEvaluator.Evaluate(first, (Examples.X, x)), $"{x:R}", first);

            // σ″ = σ′·(σ(−x) − σ(x)) is accurate relative to σ′, near its zero at 0 too.
            double scale = name == "Sigmoid" ? numbers[2]!.Value : 0;
            Check(failures, "second", numbers[3], FormulaEvaluator.Evaluate(second, (Examples.X, x)), $"{x:R}", second, scale);
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Theory]
    [MemberData(nameof(BinaryFunctions))]
    public void BinaryFunction_AgreesWithTheTable(string name)
    {
        Expr value = Examples.Apply(Examples.Find(name));
        Expr byX = ForwardDerivative.Of(value, Examples.X);
        Expr byY = ForwardDerivative.Of(value, Examples.Y);
        Expr[] derivatives =
        [
            value, byX, byY,
            ForwardDerivative.Of(byX, Examples.X), ForwardDerivative.Of(byX, Examples.Y), ForwardDerivative.Of(byY, Examples.Y),
        ];
        List<string> failures = [];
        foreach ((_, double?[] numbers) in Examples.ReadTable("binary-functions.tsv").Where(row => row.Function == name))
        {
            double x = numbers[0]!.Value;
            double y = numbers[1]!.Value;
            for (int i = 0; i < derivatives.Length; i++)
            {
                Check(failures, $"derivative {i}", numbers[i + 2], FormulaEvaluator.Evaluate(derivatives[i], (Examples.X, x), (Examples.Y, y)), $"({x:R}, {y:R})", derivatives[i]);
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static void Check(List<string> failures, string what, double? expected, double actual, string at, Expr formula, double scale = 0)
    {
        if (expected is not { } number)
        {
            return;
        }

        bool isGamma = formula.ToString().Contains('ψ') || formula.ToString().Contains('Γ');
        double tolerance = isGamma ? GammaTolerance : Tolerance;
        double error = Examples.Error(number, actual, isGamma ? 1 : scale);
        if (!(error <= tolerance))
        {
            failures.Add($"{what} at {at}: {actual:R}, not {number:R} (off by {error:E1}) as {formula}");
        }
    }
}
