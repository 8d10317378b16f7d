using LossGen.Testing;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LossGen.Generator.Tests.CodeFixes;

/// <summary>Asserts what a fix makes of a source, and that the language then accepts it.</summary>
internal static class LanguageFix
{
    /// <summary>The first fix on offer turns the one into the other.</summary>
    public static async Task Turns<TFix>(string source, string expected)
        where TFix : CodeFixProvider, new()
    {
        Assert.Equal(expected, await CodeFixRunner.ApplyFirstAsync(new TFix(), source, TestContext.Current.CancellationToken));
        await IsAccepted(expected);
    }

    /// <summary>Fixing all occurrences turns the one into the other.</summary>
    public static async Task TurnsAll<TFix>(string source, string expected)
        where TFix : CodeFixProvider, new()
    {
        Assert.Equal(expected, await CodeFixRunner.ApplyAllAsync(new TFix(), source, TestContext.Current.CancellationToken));
        await IsAccepted(expected);
    }

    /// <summary>As <see cref="Turns"/>, for the lambda in an attribute.</summary>
    public static Task TurnsLambda<TFix>(string lambda, string expected)
        where TFix : CodeFixProvider, new() => Turns<TFix>(Lambda(lambda), Lambda(expected));

    /// <summary>As <see cref="Turns"/>, for a method from its return type on.</summary>
    public static Task TurnsMethod<TFix>(string method, string expected)
        where TFix : CodeFixProvider, new() => Turns<TFix>(Method(method), Method(expected));

    /// <summary>A rule is broken, but no fix is on offer.</summary>
    public static async Task IsNotOffered<TFix>(string id, string source)
        where TFix : CodeFixProvider, new()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        Assert.Contains(await AnalyzerRunner.RunAsync(TestCompilation.Create(source), AnalyzerRunner.Language, cancellationToken), diagnostic => diagnostic.Id == id);
        Assert.Empty(await CodeFixRunner.OffersAsync(new TFix(), source, cancellationToken));
    }

    public static string Lambda(string lambda) => $"{TestCompilation.Usings}[Loss(\"{lambda}\")] public sealed partial class Tested;\n";

    public static string Method(string method) => $"{TestCompilation.Usings}public static class Losses {{ [Loss] public static {method} }}\n";

    /// <summary>Neither the analyzers nor the compiler, with the generated files, object.</summary>
    private static async Task IsAccepted(string source)
    {
        CSharpCompilation compilation = TestCompilation.Create(source);
        Assert.Empty(await AnalyzerRunner.RunAsync(compilation, AnalyzerRunner.Language, TestContext.Current.CancellationToken));
        Assert.Empty(GeneratedCode.Of(compilation).Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
    }
}
