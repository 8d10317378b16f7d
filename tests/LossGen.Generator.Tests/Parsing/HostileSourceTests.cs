using System.Collections.Immutable;
using LossGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LossGen.Generator.Tests.Parsing;

/// <summary>Sources that nobody has finished typing, and such that nobody would type: parser and analyzers must survive all of them.</summary>
public sealed class HostileSourceTests
{
    private const string Source = TestCompilation.Usings + """
        namespace A.B
        {
            public static partial class Losses
            {
                const float Half = 0.5f;
                /// <summary>Robust.</summary>
                [Loss(Hessian = HessianPolicy.Exact)] public static float Huber([Prediction(Link = Link.Exp)] float p, [Range(0, 1)] float y, float delta = 1f)
                {
                    var error = Abs(p - y);
                    if (error is > 1 and < 2) return -error; else error *= 2;
                    return error <= delta ? Half * error * error : Tail(error, delta: delta) + Math.Log(y, 2) % 3;
                }

                [LossFunction] private static float Tail(float error, float delta) => delta switch { < 0 => error, var d when d > 1 => (int)d, _ => delta * (error - 0.5f * delta) };

                [Loss("([AllowedValues(0, 1)] Row scores, int label) => LogSumExp(scores) - scores[label] + weight * Norm(scores) - scores[^1] + Huber(1, scores[0])")]
                public sealed partial class SoftmaxCrossEntropy(float weight = 0);
            }
        }
        """;

    private static readonly string[] Fragments =
        ["(", ")", "[", "]", "{", "}", ";", ",", "=>", "\"", "\"\"\"", "@", "?", ":", "..", "^", "=", "1 / 0", "int", "Row", "Huber", "Tail", "Loss", "[Loss]", "this", "null", "default", "\\u", "\0", "é", "/*", "//", "#if", "<T>", "async", "switch", "is", "not", "partial", "Sum", "x", "1e999", "ref", "static"];

    [Fact]
    public void TruncatedSource_NeverThrows()
    {
        for (int length = 0; length < Source.Length; length += 3)
        {
            Parse(Source[..length]);
        }
    }

    [Fact]
    public void MutatedSource_NeverThrows()
    {
        Random random = new(20240229);
        for (int round = 0; round < 2000; round++)
        {
            string source = Source;
            for (int edit = random.Next(1, 5); edit > 0; edit--)
            {
                int position = random.Next(TestCompilation.Usings.Length, source.Length);
                int removed = random.Next(0, Math.Min(8, source.Length - position));
                string inserted = random.Next(3) == 0 ? source.Substring(random.Next(source.Length - 20), random.Next(20)) : Fragments[random.Next(Fragments.Length)];
                source = source[..position] + inserted + source[(position + removed)..];
            }

            Parse(source);
        }
    }

    [Fact]
    public async Task BrokenSource_NeverMakesAnalyzersOrGeneratorThrow()
    {
        Random random = new(19991231);
        for (int round = 0; round < 50; round++)
        {
            int position = random.Next(TestCompilation.Usings.Length, Source.Length);
            CSharpCompilation compilation = TestCompilation.Create(Source[..position] + Fragments[random.Next(Fragments.Length)] + Source[(position + random.Next(Math.Min(8, Source.Length - position)))..]);

            await AnalyzerRunner.RunAsync(compilation, AnalyzerRunner.Language, TestContext.Current.CancellationToken);
            GeneratedCode.Of(compilation);
        }
    }

    [Theory]
    [InlineData("[Loss(\"(p, y) => Square(p - y)\")] public sealed partial class Tested(double);")]
    [InlineData("[Loss(\"(p, y) => Square(p - y)\")] public sealed partial class Tested(float q = 1, Row float = 2);")]
    [InlineData("[Loss(\"(Row p, y) => Sum(p) * Square(p[0] - )\")] public sealed partial class Tested(float ;")]
    [InlineData("static class L { [Loss] public static float Tested(float, float y) => y; }")]
    [InlineData("static class L { [Loss] public static float Tested(float p, float y, Row = default) => y * p; }")]
    public async Task ParameterThatIsBeingTyped_MakesNothingThrow(string declaration)
    {
        CSharpCompilation compilation = TestCompilation.Create(TestCompilation.Usings + declaration);

        Assert.Contains(await AnalyzerRunner.RunAsync(compilation, [.. AnalyzerRunner.Language, .. AnalyzerRunner.Rules], TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(GeneratedCode.Of(compilation).Files);
    }

    [Theory]
    [InlineData("(", ")", 3000)]
    [InlineData("-", "", 5000)]
    [InlineData("Sin(", ")", 2000)]
    [InlineData("p > 0 ? p : ", "", 3000)]
    public void DeepNesting_IsAnErrorAndNoCrash(string open, string close, int depth)
    {
        string nested = string.Concat(Enumerable.Repeat(open, depth)) + "p" + string.Concat(Enumerable.Repeat(close, depth));

        Parse($"{TestCompilation.Usings}[Loss(\"p => {nested}\")] public partial class Tested; static class Losses {{ [Loss] static float Other(float p) => {nested}; }}");
    }

    private static void Parse(string source)
    {
        ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        ParsedLoss.AllOf(TestCompilation.Create(source), diagnostics.Add);

        // Locations in literals are where they can go wrong.
        Assert.All(diagnostics, diagnostic => Assert.InRange(diagnostic.Location.SourceSpan.End, 0, source.Length));
    }
}
