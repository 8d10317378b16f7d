using System.Collections.Immutable;
using System.Globalization;
using LossGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LossGen.Generator.Tests.Generation;

/// <summary>What the pipeline does again after an edit, and what it does not.</summary>
public sealed class IncrementalityTests
{
    private const string Loss = "[Loss(\"(p, y) => Square(p - y)\")] public partial class Squared;";

    [Fact]
    public void EqualSource_MakesEqualModels_SoThatNoFileIsMadeAgain()
    {
        ImmutableArray<IncrementalStepRunReason> reasons = ReasonsAfterEdit(
            [Loss],
            compilation => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], Parse(compilation, TestCompilation.Usings + "\n\n" + Loss)));

        Assert.All(reasons, static reason => Assert.Contains(reason, Cached));
    }

    [Fact]
    public void EditElsewhere_LeavesEveryFileCached()
    {
        ImmutableArray<IncrementalStepRunReason> reasons = ReasonsAfterEdit(
            [Loss, "class Other { int X; }"],
            compilation => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], Parse(compilation, "class Other { int X; int Y; }")));

        Assert.All(reasons, static reason => Assert.Contains(reason, Cached));
    }

    [Fact]
    public void AddedLoss_IsNew_AndLeavesTheOthersCached()
    {
        ImmutableArray<IncrementalStepRunReason> reasons = ReasonsAfterEdit(
            [Loss],
            compilation => compilation.AddSyntaxTrees(Parse(compilation, TestCompilation.Usings + "[Loss(\"(p, y) => Abs(p - y)\")] public partial class Absolute;")));

        Assert.Equal(2, reasons.Length);
        Assert.Single(reasons, IncrementalStepRunReason.New);
        Assert.Single(reasons, static reason => Cached.Contains(reason));
    }

    [Fact]
    public void EditOfAHelperInAnotherFile_RemakesTheLossThatCallsIt()
    {
        ImmutableArray<IncrementalStepRunReason> reasons = ReasonsAfterEdit(
            ["[Loss(\"(p, y) => Helpers.Twice(p - y)\")] public partial class Doubled;", "public static class Helpers { [LossFunction] public static float Twice(float x) => 2 * x; }", Loss],
            compilation => compilation.ReplaceSyntaxTree(
                compilation.SyntaxTrees[1],
                Parse(compilation, TestCompilation.Usings + "public static class Helpers { [LossFunction] public static float Twice(float x) => x + x + x; }")));

        Assert.Equal(2, reasons.Length);
        Assert.Single(reasons, IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void OneLossEditedAmongTwoHundred_RemakesOneFile()
    {
        string[] sources = [.. Enumerable.Range(0, 200).Select(static number => string.Create(
            CultureInfo.InvariantCulture, $"[Loss(\"(p, y) => Square(p - y) + {number} * Softplus(p)\")] public partial class Loss{number};"))];
        ImmutableArray<IncrementalStepRunReason> reasons = ReasonsAfterEdit(
            sources,
            compilation => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[7], Parse(compilation, TestCompilation.Usings + sources[7].Replace("Square", "Abs", StringComparison.Ordinal))));

        Assert.Equal(200, reasons.Length);
        Assert.Single(reasons, IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void SecondBuildOfACompilerServer_WhoseOptionsCannotBeCompared_LeavesFilesCached()
    {
        ImmutableArray<IncrementalStepRunReason> reasons = ReasonsAfterEdit(
            [Loss, "class Other { int X; }"],
            static compilation => WithServerOptions(compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], Parse(compilation, "class Other { int X; int Y; }"))),
            WithServerOptions);

        Assert.Contains(Assert.Single(reasons), Cached);
    }

    private static readonly IncrementalStepRunReason[] Cached = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    /// <summary>Why each generated file is what it is after the edit.</summary>
    private static ImmutableArray<IncrementalStepRunReason> ReasonsAfterEdit(
        string[] sources, Func<CSharpCompilation, Compilation> edit, Func<CSharpCompilation, CSharpCompilation>? prepare = null)
    {
        CSharpCompilation before = TestCompilation.Create(sources.Select(static source => TestCompilation.Usings + source));
        before = prepare?.Invoke(before) ?? before;
        GeneratorDriver driver = GeneratorRun.CreateDriver(before).RunGenerators(before, TestContext.Current.CancellationToken);
        driver = driver.RunGenerators(edit(before), TestContext.Current.CancellationToken);
        return [.. driver.GetRunResult().Results[0].TrackedSteps["LossFile"].SelectMany(static step => step.Outputs).Select(static output => output.Reason)];
    }

    private static CSharpCompilation WithServerOptions(CSharpCompilation compilation) => CSharpCompilation.Create(
        compilation.AssemblyName, compilation.SyntaxTrees, compilation.References, TestCompilation.Create([]).Options.WithMetadataReferenceResolver(new ResolverWithoutEquality()));

    private static SyntaxTree Parse(CSharpCompilation compilation, string source) =>
        CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)compilation.SyntaxTrees[0].Options, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>As the resolver of references that the compiler server has.</summary>
    private sealed class ResolverWithoutEquality : MetadataReferenceResolver
    {
        public override bool Equals(object? other) => throw new NotSupportedException();

        public override int GetHashCode() => throw new NotSupportedException();

        public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];
    }
}
