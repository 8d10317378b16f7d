using LossGen.Explanation;
using LossGen.Generator.Functions;
using Xunit;

namespace LossGen.Generator.Tests.Generation;

/// <summary>Traces name functions; the runtime knows each by that name, as the compiler does.</summary>
public class TraceFunctionTests
{
    private static readonly double[][] Points = [[0.3, 0.8, 0.9], [0.75, 0.5, 2], [0, 1, 1], [0.9, 0.1, 0]];

    public static TheoryData<string> Names => [.. FunctionCatalog.Named.Concat(FunctionCatalog.Internal).Concat(FunctionCatalog.Operators).Select(static function => function.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheRuntime_EvaluatesAsTheCompilerDoes(string name)
    {
        Function function = FunctionCatalog.Named.Concat(FunctionCatalog.Internal).Concat(FunctionCatalog.Operators).Single(function => function.Name == name);
        Func<double[], double> known = Assert.IsType<Func<double[], double>>(TraceFunctions.Find(name));

        foreach (double[] point in Points)
        {
            double expected = function.Evaluate([.. point.Take(function.Arity)]);
            double actual = known([.. point.Take(function.Arity)]);
            Assert.True(expected.Equals(actual) || Math.Abs(actual - expected) <= 1e-12 * Math.Max(1e-3, Math.Abs(expected)), $"{name}({string.Join(", ", point)}) = {actual}, not {expected}");
        }
    }
}
