using System.Globalization;
using Xunit;

namespace LossGen.Tests.Reference;

/// <summary>LossMath in double against values computed with 80 digits. A unit in the last place (ulp) is that of the expected value.</summary>
public sealed class LossMathAccuracyTests
{
    private static readonly Dictionary<string, Func<double, double>> OneArgument = new()
    {
        [nameof(LossMath.Sqrt)] = LossMath.Sqrt,
        [nameof(LossMath.Cbrt)] = LossMath.Cbrt,
        [nameof(LossMath.Exp)] = LossMath.Exp,
        [nameof(LossMath.Exp2)] = LossMath.Exp2,
        [nameof(LossMath.ExpM1)] = LossMath.ExpM1,
        [nameof(LossMath.Log)] = LossMath.Log,
        [nameof(LossMath.Log2)] = LossMath.Log2,
        [nameof(LossMath.Log10)] = LossMath.Log10,
        [nameof(LossMath.LogP1)] = LossMath.LogP1,
        [nameof(LossMath.Log1MExp)] = LossMath.Log1MExp,
        [nameof(LossMath.Sin)] = LossMath.Sin,
        [nameof(LossMath.Cos)] = LossMath.Cos,
        [nameof(LossMath.Tan)] = LossMath.Tan,
        [nameof(LossMath.Asin)] = LossMath.Asin,
        [nameof(LossMath.Acos)] = LossMath.Acos,
        [nameof(LossMath.Atan)] = LossMath.Atan,
        [nameof(LossMath.Sinh)] = LossMath.Sinh,
        [nameof(LossMath.Cosh)] = LossMath.Cosh,
        [nameof(LossMath.Tanh)] = LossMath.Tanh,
        [nameof(LossMath.Asinh)] = LossMath.Asinh,
        [nameof(LossMath.Acosh)] = LossMath.Acosh,
        [nameof(LossMath.Atanh)] = LossMath.Atanh,
        [nameof(LossMath.LogCosh)] = LossMath.LogCosh,
        [nameof(LossMath.Sigmoid)] = LossMath.Sigmoid,
        [nameof(LossMath.LogSigmoid)] = LossMath.LogSigmoid,
        [nameof(LossMath.Softplus)] = LossMath.Softplus,
        [nameof(LossMath.Erf)] = LossMath.Erf,
        [nameof(LossMath.Erfc)] = LossMath.Erfc,
        [nameof(LossMath.LogErfc)] = LossMath.LogErfc,
        [nameof(LossMath.LogGamma)] = LossMath.LogGamma,
        [nameof(LossMath.Digamma)] = LossMath.Digamma,
        [nameof(LossMath.Trigamma)] = LossMath.Trigamma,
        [nameof(LossMath.Tetragamma)] = LossMath.Tetragamma,
    };

    private static readonly Dictionary<string, Func<double, double, double>> TwoArguments = new()
    {
        [nameof(LossMath.Pow)] = LossMath.Pow,
        [nameof(LossMath.Hypot)] = LossMath.Hypot,
        [nameof(LossMath.Atan2)] = LossMath.Atan2,
        [nameof(LossMath.XLogY)] = LossMath.XLogY,
        [nameof(LossMath.XLogP1Y)] = LossMath.XLogP1Y,
        [nameof(LossMath.LogAddExp)] = LossMath.LogAddExp,
    };

    public static TheoryData<string> Elementary => [.. OneArgument.Keys.Except(Special.Select(static row => row.Data)), .. TwoArguments.Keys];

    public static TheoryData<string> Special =>
    [
        nameof(LossMath.Erf), nameof(LossMath.Erfc), nameof(LossMath.LogErfc), nameof(LossMath.LogGamma),
        nameof(LossMath.Digamma), nameof(LossMath.Trigamma), nameof(LossMath.Tetragamma),
    ];

    [Theory]
    [MemberData(nameof(Elementary))]
    public void ElementaryFunction_IsWithinFourUlp(string function) => AssertWithin(4, function);

    [Theory]
    [MemberData(nameof(Special))]
    public void SpecialFunction_IsWithinSixteenUlp(string function) => AssertWithin(16, function);

    private static void AssertWithin(double bound, string function)
    {
        foreach (var entry in LossMathTable.For(function))
        {
            var actual = Evaluate(function, entry.Arguments);
            var error = ErrorInUlp(actual, entry.Expected);
            Assert.True(
                error <= bound,
                string.Create(CultureInfo.InvariantCulture, $"{function}({string.Join(", ", entry.Arguments)}) is {actual}, {error} ulp from {entry.Expected}."));
        }
    }

    private static double ErrorInUlp(double actual, double expected) =>
        actual == expected ? 0 : Math.Abs(actual - expected) / (Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected));

    private static double Evaluate(string function, double[] arguments) => arguments is [var x, var y]
        ? TwoArguments[function](x, y)
        : OneArgument[function](arguments[0]);
}
