using LossGen.Generator.Functions;
using LossGen.Generator.Stability.Shadows;
using Xunit;

namespace LossGen.Generator.Tests.Stability.Shadows;

/// <summary>Zeros, infinities, NaN and ordinary numbers: shadows are what the functions are in double.</summary>
public sealed class ShadowSpecialValueTests
{
    private static readonly double[] Numbers =
        [0.0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -2.5, 1e-30, -1e-30, 20, double.PositiveInfinity, double.NegativeInfinity, double.NaN];

    public static TheoryData<string> Functions =>
        [.. FunctionCatalog.Named.Concat(FunctionCatalog.Internal).Concat(FunctionCatalog.Operators).Select(static function => function.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Shadow_IsTheValueInDouble(string name)
    {
        Function function = FunctionCatalog.Named.Concat(FunctionCatalog.Internal).Concat(FunctionCatalog.Operators).First(function => function.Name == name);
        Assert.All(Tuples(function.Arity), arguments =>
        {
            double expected = function.Evaluate([.. arguments]);
            Shadow shadow = function.Shadow([.. arguments.Select(Shadow.FromDouble)]);
            double actual = shadow.ToDouble();
            bool isSame = double.IsNaN(expected) ? double.IsNaN(actual) : expected == actual || Math.Abs(actual - expected) <= 1e-13 * Math.Max(Math.Abs(expected), 1e-15);
            Assert.True(isSame, $"{name}({string.Join(", ", arguments)}) is {shadow}, not {expected}");
            Assert.False(shadow.IsUncertain, $"{name}({string.Join(", ", arguments)}) is {shadow}");
        });
    }

    private static IEnumerable<double[]> Tuples(int length) => length == 0
        ? [[]]
        : Tuples(length - 1).SelectMany(static head => Numbers.Select(number => (double[])[.. head, number]));
}
