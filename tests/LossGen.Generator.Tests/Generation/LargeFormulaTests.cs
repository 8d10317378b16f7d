using LossGen.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LossGen.Generator.Tests.Generation;

/// <summary>
/// Formulas whose locals are used twice at every step: a graph of a hundred operations that is one of 2²⁴ or more when written out. A pass that
/// forgets where it has been would not end here, and a text without names would not fit the memory.
/// </summary>
public sealed class LargeFormulaTests
{
    private const int Locals = 24;

    private const int RowLocals = 10;

    public static TheoryData<string> Steps =>
    [
        "{0} * {0} + {0}",
        "{0} / (1 + {0} * {0})",
        "Sin({0}) * Cos({0})",
        "{0} + Log(1 + Exp({0}))",
        "{0} > 0 ? {0} : 0.5f * {0}",
        "Abs({0}) * {0}",
        "Sqrt(1 + {0} * {0}) - {0}",
        "Tanh({0}) + {0}",
        "-({0}) * -({0})",
        "Pow(Abs({0}), 1.5f) + {0}",
        "Max({0}, 1 - {0})",
        "Exp({0}) * Exp(-{0}) * {0} - Sigmoid({0})",
        "Log({0} * {0}) - Log(Exp({0}) * {0})",
        "{0} * delta * {0} / delta",
    ];

    public static TheoryData<string> RowSteps =>
    [
        "{0} * Sigmoid({0}) + {0}",
        "{0} - Max({0})",
        "{0} * Sum({0})",
        "SoftMax({0}) + {0}",
        "{0} * Norm({0}) + LogSumExp({0})",
    ];

    [Theory]
    [MemberData(nameof(Steps))]
    public void LocalsUsedTwice_GrowByAFewLinesEach(string step) => AssertGrowsSteadily(Locals, 3, locals =>
        $"static class Losses {{ [Loss] static float Tested(float x, float y, float delta = 1f) {{ {Chain("x - y + delta", step, locals)} return a{locals}; }} }}");

    /// <summary>Every number of the row depends on those before, and the second derivative on all pairs of them.</summary>
    [Theory]
    [MemberData(nameof(RowSteps))]
    public void RowsUsedTwice_GrowByThePairs(string step) => AssertGrowsSteadily(RowLocals, 8, locals =>
        $"static class Losses {{ [Loss] static float Tested(Row x, Row y) {{ {Chain("x - y", step, locals)} return Mean(a{locals}); }} }}");

    [Theory]
    [InlineData(" + ", "Sin({0}.5f * (x - y))")]
    [InlineData(" + ", "Square({0}.5f * x - y)")]
    [InlineData(" * ", "(1 + Square(x - {0}.5f * y))")]
    [InlineData(" + ", "1 / (1 + Square(x - {0}.5f * y))")]
    [InlineData(" + ", "Exp(-0.5f * Square((x - y) / {0}.5f)) * {0}")]
    public void HundredsOfTerms_Compile(string sign, string term)
    {
        string sums = string.Join(" ", Enumerable.Range(0, 6).Select(sum =>
            $"var a{sum} = {string.Join(sign, Enumerable.Range(1 + (30 * sum), 30).Select(number => string.Format(null, term, number)))};"));
        Generate($"static class Losses {{ [Loss] static float Tested(float x, float y) {{ {sums} return a0 + a1 + a2 + a3 + a4 + a5; }} }}");
    }

    private static string Chain(string first, string step, int locals) =>
        $"var a0 = {first}; {string.Join(" ", Enumerable.Range(0, locals).Select(local => $"var a{local + 1} = {string.Format(null, step, $"a{local}")};"))}";

    /// <summary>Twice the locals make a few times the text; were a local written out where it is used, they would make a power of it.</summary>
    private static void AssertGrowsSteadily(int locals, int atMost, Func<int, string> source)
    {
        int half = Generate(source(locals / 2)).Length;
        int whole = Generate(source(locals)).Length;
        Assert.InRange(whole, half, atMost * half);
    }

    private static string Generate(string source)
    {
        CSharpCompilation compilation = TestCompilation.Create(TestCompilation.Usings + source);
        GeneratedCode code = GeneratedCode.Of(compilation);
        Assert.Empty(code.Problems);
        return Assert.Single(code.Files).SourceText.ToString();
    }
}
