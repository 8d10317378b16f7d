using System.Collections.Immutable;
using LossGen.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LossGen.Generator.Tests.Rules;

/// <summary>How the stability rules report: where, what, how severely, and how that is changed.</summary>
public sealed class StabilityRuleTests
{
    private const string Usings = TestCompilation.Usings;

    [Fact]
    public async Task FindingInAnAttributesString_NamesTheWitnessAtTheCulprit() => await LossRule.IsReportedInLambda(
        "LG1001",
        "Log(p) is −∞ at p = 0, y = 1, which [Range(0, 1)] allows: the loss is ∞\nLog(1 - p) is −∞ at p = 1, y = 0, which [Range(0, 1)] allows: the loss is ∞",
        "([Range(0, 1)] p, [AllowedValues(0, 1)] y) => -(y * [|Log(p)|] + (1 - y) * [|Log(1 - p)|])");

    [Fact]
    public async Task FindingInAMethod_StandsAtTheCulprit_ThroughALocal() => await LossRule.IsReported(
        "LG1005",
        "Exp(x) overflows at x = 100, y = 0: as written, the loss is ∞ instead of 100; the generated code avoids it",
        Usings + "static class L { [Loss] static float F(float x, float y) { var odds = [|Exp(x)|]; return Log(1 + odds) - y * x; } }",
        DiagnosticSeverity.Info);

    [Fact]
    public async Task FindingInAHelperOfTheSameFile_StandsInTheHelper() => await LossRule.IsReported(
        "LG1003",
        "Sqrt(x * x) has no finite derivative at x = 0, y = 0: the gradient by 'x' is NaN",
        Usings + "static class L { [LossFunction] static float Size(float x) => [|Sqrt(x * x)|]; [Loss(Stabilize = false)] static float F(float x, float y) => Square(Size(x) - y); }");

    [Fact]
    public async Task FindingInAHelperOfAnotherFile_StandsAtTheCall()
    {
        MarkedSource source = MarkedSource.Parse(Usings + "static class L { [Loss(Stabilize = false)] static float F(float x, float y) => Square([|H.Size(x)|] - y); }");
        Diagnostic diagnostic = Assert.Single(await LossRule.Report("LG1003", source.Text, Usings + "static class H { [LossFunction] public static float Size(float x) => Sqrt(x * x); }"));

        Assert.Equal(source.Spans[0], diagnostic.Location.SourceSpan);
        Assert.Equal("Source1.cs", Assert.Single(diagnostic.AdditionalLocations).SourceTree!.FilePath);
    }

    [Fact]
    public async Task FindingThatRewritesMend_IsASuggestion_AndAWarningWithoutThem()
    {
        const string Lambda = "(x, y) => Log(1 + [|Exp(x)|]) - y * x";
        await LossRule.IsReported("LG1005", "Exp(x) overflows at x = 100, y = 0: as written, the loss is ∞ instead of 100; the generated code avoids it", LossRule.Lambda(Lambda), DiagnosticSeverity.Info);
        await LossRule.IsReported("LG1005", "Exp(x) overflows at x = 100, y = 0: the loss is ∞ instead of 100", LossRule.Lambda(Lambda, "Stabilize = false"), DiagnosticSeverity.Warning);
    }

    [Theory]
    [InlineData("(x, y) => Square([|1 / (1 + Exp(x))|] - y)", "LG1009", "1 / (1 + Exp(x)) is what Sigmoid computes, with all digits in value and derivatives", "[Range(-50, 50)] x")]
    [InlineData("(x, y) => Square([|Log(Sigmoid(x))|] - y)", "LG1009", "Log(Sigmoid(x)) is what LogSigmoid computes, with all digits in value and derivatives", "[Range(-50, 50)] x")]
    [InlineData("(p, y) => Square([|Log(1 + p)|] - [|Log(1 + y)|])", "LG1009", "Log(1 + p) is what LogP1 computes, with all digits in value and derivatives\nLog(1 + y) is what LogP1 computes, with all digits in value and derivatives", "[Range(0, 10)] p", "[Range(0, 10)] y")]
    public async Task SpeltOutFunction_IsASuggestion(string lambda, string id, string message, string first, string second = "y") => await LossRule.IsReported(
        id, message, LossRule.Lambda(lambda.Replace("(x, y) =>", $"({first}, {second}) =>").Replace("(p, y) =>", $"({first}, {second}) =>"), "Stabilize = false"), DiagnosticSeverity.Info);

    [Theory]
    [InlineData("Exp", "Range(1e-9, 1e9)", "LG1005", "p - y * Log(p)")]
    [InlineData("Sigmoid", "Range(0.01, 0.99)", "LG1002", "Square(1 / p - y)")]
    [InlineData("Softplus", "Range(0.1, 1e3)", "LG1002", "Square(1 / p - y)")]
    [InlineData("Tanh", "Range(-0.9, 0.9)", "LG1002", "Square(1 / (1 - p) - y)")]
    public async Task RangeBesideALink_LimitsTheScores(string link, string range, string id, string formula)
    {
        Assert.NotEmpty(await LossRule.Report(id, LossRule.Lambda($"([Prediction(Link = Link.{link})] p, [Range(1, 9)] y) => {formula}")));
        Assert.Empty(await LossRule.Report(id, LossRule.Lambda($"([Prediction(Link = Link.{link}), {range}] p, [Range(1, 9)] y) => {formula}")));
    }

    /// <summary>The name of a prediction with a link stands for what is predicted; its score has the same name in the witness.</summary>
    [Fact]
    public async Task FindingInALink_NamesTheLink() => await LossRule.IsReported(
        "LG1005", "the Exp of 'p' overflows at p = 100, y = 0: the loss is ∞ instead of 2.68812E+43", LossRule.Lambda("([Prediction(Link = Link.Exp)] p, y) => [|p|] - y"), DiagnosticSeverity.Warning);

    [Fact]
    public async Task Pragma_Suppresses() => Assert.Empty(await Unsuppressed(
        Usings + "#pragma warning disable LG1005\n[Loss(\"x => Log(1 + Exp(x))\", Stabilize = false)] public partial class Tested;\n#pragma warning restore LG1005\n"));

    [Fact]
    public async Task SuppressMessage_Suppresses() => Assert.Empty(await Unsuppressed(
        Usings + "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"LossGen.Stability\", \"LG1005\")] [Loss(\"x => Log(1 + Exp(x))\", Stabilize = false)] public partial class Tested;\n"));

    [Theory]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    [InlineData(ReportDiagnostic.Info, DiagnosticSeverity.Info)]
    public async Task ConfiguredSeverity_IsTaken_AlsoForWhatRewritesMend(ReportDiagnostic configured, DiagnosticSeverity expected)
    {
        foreach (string options in new[] { "Stabilize = true", "Stabilize = false" })
        {
            Assert.Equal(expected, Assert.Single(await LossRule.Report("LG1005", LossRule.Lambda("x => Log(1 + Exp(x))", options), configured)).Severity);
        }

        Assert.Empty(await LossRule.Report("LG1005", LossRule.Lambda("x => Log(1 + Exp(x))"), ReportDiagnostic.Suppress));
    }

    [Fact]
    public async Task FileWithoutLosses_AndLossWithErrors_HaveNoFindings()
    {
        Assert.Empty(await LossRule.Report("LG1001", Usings + "class C { float F(float p) => MathF.Log(p); }"));
        Assert.Empty(await LossRule.Report("LG1001", LossRule.Lambda("p => Log(p) + Unknown(p)")));
    }

    private static async Task<ImmutableArray<Diagnostic>> Unsuppressed(string source) =>
        [.. (await LossRule.Report("LG1005", source)).Where(static diagnostic => !diagnostic.IsSuppressed)];
}
