using System.Collections.Immutable;
using LossGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LossGen.Generator.Tests.Rules;

/// <summary>Asserts what one rule about a loss's computation says about a source in which <c>[|…|]</c> marks the places.</summary>
internal static class LossRule
{
    /// <summary>The rule is reported once at each mark, and its messages, joined by a line break, are these.</summary>
    public static async Task IsReported(string id, string message, string markedSource, DiagnosticSeverity? severity = null)
    {
        MarkedSource source = MarkedSource.Parse(markedSource);
        ImmutableArray<Diagnostic> diagnostics = await Report(id, source.Text);
        Assert.Equal(source.Spans, diagnostics.Select(static diagnostic => diagnostic.Location.SourceSpan));
        Assert.Equal(message, string.Join('\n', diagnostics.Select(static diagnostic => diagnostic.GetMessage(null))));
        if (severity is { } expected)
        {
            Assert.All(diagnostics, diagnostic => Assert.Equal(expected, diagnostic.Severity));
        }
    }

    /// <summary>As <see cref="IsReported"/>, in a lambda in an attribute.</summary>
    public static Task IsReportedInLambda(string id, string message, string markedLambda, string options = "", string constructor = "") =>
        IsReported(id, message, Lambda(markedLambda, options, constructor));

    /// <summary>The rule has nothing to say about a lambda in an attribute.</summary>
    public static async Task IsSilent(string id, string lambda, string options = "", string constructor = "") =>
        Assert.Empty(await Report(id, Lambda(lambda, options, constructor)));

    /// <summary>What a rule reports.</summary>
    public static Task<ImmutableArray<Diagnostic>> Report(string id, string source, params string[] others) =>
        Report(id, TestCompilation.Create([source, .. others]));

    /// <summary>What a rule reports where a severity is configured for it, as an <c>.editorconfig</c> does.</summary>
    public static Task<ImmutableArray<Diagnostic>> Report(string id, string source, ReportDiagnostic configured)
    {
        CSharpCompilation compilation = TestCompilation.Create(source);
        return Report(id, compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new(id, configured)])));
    }

    private static async Task<ImmutableArray<Diagnostic>> Report(string id, CSharpCompilation compilation)
    {
        ImmutableArray<Diagnostic> all = await AnalyzerRunner.RunAsync(compilation, AnalyzerRunner.Rules, TestContext.Current.CancellationToken);
        return [.. all.Where(diagnostic => diagnostic.Id == id)];
    }

    public static string Lambda(string lambda, string options = "", string constructor = "") =>
        $"{TestCompilation.Usings}[Loss(\"\"\"{lambda}\"\"\"{(options.Length > 0 ? $", {options}" : "")})] public sealed partial class Tested{(constructor.Length > 0 ? $"({constructor})" : "")};";
}
