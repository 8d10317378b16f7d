using System.Reflection;
using Xunit;
using static LossGen.LossMath;

namespace LossGen.Tests.Reference;

/// <summary>Every scalar function has its float form (the double one, rounded once) and its forms on rows (the double one, element by element).</summary>
public sealed class LossMathOverloadTests
{
    private static readonly double[] Points = [0.25, 0.75, 1.5, 3];

    public static TheoryData<string> OneArgument => [.. FunctionsOf(typeof(double))];

    public static TheoryData<string> TwoArguments => [.. FunctionsOf(typeof(double), typeof(double))];

    [Fact]
    public void TheLanguage_HasAllItsFunctions()
    {
        string[] expected =
        [
            "Abs", "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "Cbrt", "Ceiling", "Cos", "Cosh", "Cube", "Digamma", "Erf", "Erfc",
            "Exp", "Exp2", "ExpM1", "Floor", "Log", "Log10", "Log1MExp", "Log2", "LogCosh", "LogErfc", "LogGamma", "LogP1", "LogSigmoid", "Relu", "Round",
            "Sigmoid", "Sign", "Sin", "Sinh", "Softplus", "Sqrt", "Square", "StopGradient", "Tan", "Tanh",
        ];

        Assert.Equal(expected, FunctionsOf(typeof(double)).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Atan2", "Hypot", "LogAddExp", "Max", "Min", "Pow", "XLogP1Y", "XLogY"],
            FunctionsOf(typeof(double), typeof(double)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OneArgument))]
    public void FunctionOfOne_AgreesWithItsOtherForms(string function)
    {
        var onRow = (Row)Invoke(function, (Row)Points);
        for (var column = 0; column < Points.Length; column++)
        {
            var expected = (double)Invoke(function, Points[column]);

            Assert.Equal((float)expected, (float)Invoke(function, (float)Points[column]));
            Assert.Equal(expected, onRow.Elements.Span[column]);
        }
    }

    [Theory]
    [MemberData(nameof(TwoArguments))]
    public void FunctionOfTwo_AgreesWithItsOtherForms(string function)
    {
        const double Other = 1.25;
        var (left, right, both) = ((Row)Invoke(function, (Row)Points, Other), (Row)Invoke(function, Other, (Row)Points), (Row)Invoke(function, (Row)Points, Other + (Row)Points));
        for (var column = 0; column < Points.Length; column++)
        {
            var point = Points[column];
            var expected = (double)Invoke(function, point, Other);

            Assert.Equal((float)expected, (float)Invoke(function, (float)point, (float)Other));
            Assert.Equal(expected, left.Elements.Span[column]);
            Assert.Equal((double)Invoke(function, Other, point), right.Elements.Span[column]);
            Assert.Equal((double)Invoke(function, point, Other + point), both.Elements.Span[column]);
        }
    }

    [Fact]
    public void Clamp_AgreesOnRows()
    {
        Row points = Points;

        Assert.Equal(Row.Create([0.5, 0.75, 1.5, 2]), Clamp(points, 0.5, 2));
        Assert.Equal(Row.Create([0.5, 0.75, 1.5, 2]), Clamp(points, points * 0 + 0.5, points * 0 + 2));
    }

    private static IEnumerable<string> FunctionsOf(params Type[] parameters) =>
        typeof(LossMath).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(double) && method.GetParameters().Select(static parameter => parameter.ParameterType).SequenceEqual(parameters))
            .Select(static method => method.Name);

    private static object Invoke(string function, params object[] arguments)
    {
        var method = typeof(LossMath).GetMethod(function, BindingFlags.Public | BindingFlags.Static, [.. arguments.Select(static argument => argument.GetType())]);
        return method?.Invoke(null, arguments) ?? throw new InvalidOperationException($"{function} has no such form.");
    }
}
