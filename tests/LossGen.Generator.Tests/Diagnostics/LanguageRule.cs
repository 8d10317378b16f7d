using System.Collections.Immutable;
using LossGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>Asserts what the analyzers of the language say about a source in which <c>[|…|]</c> marks the places.</summary>
internal static class LanguageRule
{
    /// <summary>Exactly this rule is reported, once at each mark and with this message.</summary>
    public static async Task IsReported(string id, string message, params string[] markedSources)
    {
        MarkedSource[] sources = [.. markedSources.Select(MarkedSource.Parse)];
        ImmutableArray<Diagnostic> diagnostics = await Analyze([.. sources.Select(static source => source.Text)]);

        string[] expected = [.. sources.SelectMany((source, file) => source.Spans.Select(span => $"Source{file}.cs {span} {id}: {message}"))];
        Assert.NotEmpty(expected);
        Assert.Equal(expected, diagnostics.Select(static diagnostic =>
            $"{diagnostic.Location.SourceTree!.FilePath} {diagnostic.Location.SourceSpan} {diagnostic.Id}: {diagnostic.GetMessage(null)}"));
    }

    /// <summary>This rule is the first to be reported, wherever that is.</summary>
    public static async Task IsReportedFirst(string id, string message, string source)
    {
        Diagnostic first = (await Analyze([source]))[0];
        Assert.Equal($"{id}: {message}", $"{first.Id}: {first.GetMessage(null)}");
    }

    /// <summary>These rules are reported, one at each mark.</summary>
    public static async Task AreReported(string markedSource, params (string Id, string Message)[] rules)
    {
        MarkedSource source = MarkedSource.Parse(markedSource);
        ImmutableArray<Diagnostic> diagnostics = await Analyze([source.Text]);
        Assert.Equal(
            source.Spans.Zip(rules, static (span, rule) => $"{span} {rule.Id}: {rule.Message}"),
            diagnostics.Select(static diagnostic => $"{diagnostic.Location.SourceSpan} {diagnostic.Id}: {diagnostic.GetMessage(null)}"));
    }

    /// <summary>As <see cref="IsReported"/>, in a lambda in an attribute.</summary>
    public static Task IsReportedInLambda(string id, string message, string markedLambda, string constructor = "", string members = "") => IsReported(
        id, message, $"{TestCompilation.Usings}[Loss(\"\"\"{markedLambda}\"\"\")] public sealed partial class Tested{(constructor.Length > 0 ? $"({constructor})" : "")} {{ {members} }}");

    /// <summary>As <see cref="IsReported"/>, in the parameters and the body of an attributed method.</summary>
    public static Task IsReportedInMethod(string id, string message, string markedMethod, string members = "") => IsReported(
        id, message, $"{TestCompilation.Usings}public static class Losses {{ [Loss] public static float Tested{markedMethod} {members} }}");

    /// <summary>Nothing is reported.</summary>
    public static async Task IsSilent(params string[] sources) => Assert.Empty(await Analyze(sources));

    private static Task<ImmutableArray<Diagnostic>> Analyze(string[] sources)
    {
        CSharpCompilation compilation = TestCompilation.Create(sources);
        return AnalyzerRunner.RunAsync(compilation, AnalyzerRunner.Language, TestContext.Current.CancellationToken);
    }
}
