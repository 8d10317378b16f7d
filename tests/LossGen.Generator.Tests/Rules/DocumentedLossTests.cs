using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LossGen.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LossGen.Generator.Tests.Rules;

/// <summary>The losses that ship, and those that the documentation tells people to write, are warned of nowhere.</summary>
public sealed partial class DocumentedLossTests
{
    private const string Declarations = "using System.Linq;\nusing System.Collections.Generic;\n";

    public static TheoryData<string> Pages { get; } =
        [.. Directory.GetFiles(Path.Combine(Root(), "docs", "rules"), "*.md").Select(static file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Sources { get; } =
    [
        .. new[] { Path.Combine("runtime", "LossGen.Losses"), "samples" }
            .SelectMany(static folder => Directory.GetFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories))
            .Select(static file => Path.GetRelativePath(Root(), file))
            .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(static file => File.ReadAllText(Path.Combine(Root(), file)).Contains("[Loss", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task CorrectionOfAPage_IsNotUnstable(string page)
    {
        string text = await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "rules", page), TestContext.Current.CancellationToken);
        int correction = text.IndexOf("## Correction", StringComparison.Ordinal);
        foreach (string block in correction < 0 ? [] : Blocks(text[correction..]))
        {
            Assert.Empty(await WarningsAsync(block));
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/language.md")]
    [InlineData("docs/boosting.md")]
    public async Task LossesOfTheDocumentation_AreNotUnstable(string page)
    {
        string text = await File.ReadAllTextAsync(Path.Combine(Root(), page), TestContext.Current.CancellationToken);
        Assert.Multiple([.. (await Task.WhenAll(Blocks(text).Select(WarningsAsync))).Select(static warnings => (Action)(() => Assert.Empty(warnings)))]);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task LossesThatShip_AreWarnedOfNowhere(string file)
    {
        string text = await File.ReadAllTextAsync(Path.Combine(Root(), file), TestContext.Current.CancellationToken);
        Assert.Empty(await WarningsAsync(Declarations + text, "LG"));
    }

    [Fact]
    public async Task MetricsThatShip_AreSaidToHaveNoGradient()
    {
        string text = await File.ReadAllTextAsync(Path.Combine(Root(), "runtime", "LossGen.Losses", "Metrics.cs"), TestContext.Current.CancellationToken);
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(Declarations + text.Replace("#pragma warning disable LG2001", "", StringComparison.Ordinal));
        Assert.Equal(text.Split("[Loss(").Length - 1, diagnostics.Count(static diagnostic => diagnostic.Id == "LG2001"));
    }

    private static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(string source) =>
        AnalyzerRunner.RunAsync(TestCompilation.Create(source), AnalyzerRunner.Rules, TestContext.Current.CancellationToken);

    private static Task<string[]> WarningsAsync(string source) => WarningsAsync(source, "LG1");

    private static async Task<string[]> WarningsAsync(string source, string rules)
    {
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(source);
        return [.. diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id.StartsWith(rules, StringComparison.Ordinal)).Select(static diagnostic => diagnostic.ToString())];
    }

    /// <summary>The blocks of C# that declare losses, made into files.</summary>
    private static IEnumerable<string> Blocks(string page) => Block().Matches(page)
        .Select(static match => match.Groups[1].Value)
        .Where(static block => block.Contains("[Loss", StringComparison.Ordinal))
        .Select(static block => block.Contains("using LossGen", StringComparison.Ordinal) ? block
            : Method().IsMatch(block) && !block.Contains("static class", StringComparison.Ordinal) ? $"{TestCompilation.Usings}public static class Holder\n{{\n{block}}}"
            : TestCompilation.Usings + block);

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^(public |private )?static (float|double)", RegexOptions.Multiline)]
    private static partial Regex Method();
}
