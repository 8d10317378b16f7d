using LossGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LossGen.Generator.Tests.Generation;

/// <summary>Models kept from run to run are never older than the source: after any edit a used driver makes what a new one makes.</summary>
public sealed class LossCacheTests
{
    private const string Loss = "namespace N { [Loss(\"(p, y) => Settings.Weight * Helpers.Twice(p - y)\")] public partial class Weighted; }";
    private const string Caller = "public static class Callers { [Loss] public static float Call(float p, float y) => N.Weighted(p, y); }";
    private const string Settings = "namespace N { public static class Settings { public const double Weight = 3; } }";
    private const string Helpers = "namespace N { public static class Helpers { [LossFunction] public static float Twice(float x) { return 2 * x; } } }";
    private const string Unused = "namespace Unused { public class Empty; }";

    [Theory]
    [InlineData(0, "namespace N { [Loss(\"(p, y) => Settings.Weight * Square(p - y)\")] public partial class Weighted; }", 2)]
    [InlineData(0, "namespace N { [Loss(\"(p, y) => Settings.Weight * Helpers.Twice(p - y)\")] public partial class Weighted { public int Loss; } }", null)]
    [InlineData(0, "namespace N { public class Weighted; }", null)]
    [InlineData(2, "namespace N { public static class Settings { public const double Weight = 4; } }", 2)]
    [InlineData(3, "namespace N { public static class Helpers { [LossFunction] public static float Twice(float x) { return x; } } }", 2)]
    [InlineData(3, "namespace N { public static class Helpers { [LossFunction] public static float Twice(float x) => 2 * x * x; } }", 2)]
    [InlineData(3, "namespace N { public static class Helpers { public static float Twice(float x) { return 2 * x; } } }", null)]
    [InlineData(4, "namespace N { public partial class Weighted { public float Values; } }", null)]
    [InlineData(4, "namespace N { public partial class Weighted { const double Settings = 2; static class Helpers { [LossFunction] public static float Twice(float x) { return x * x; } } } }", null)]
    [InlineData(4, "namespace N { public partial class Weighted { static class Helpers { [LossFunction] public static float Twice(float x) { return x * x; } } } }", null)]
    [InlineData(4, "namespace CallLoss { public class Empty; }", null)]
    [InlineData(4, "public partial class CallLoss { public CallLoss(int x) { } }", null)]
    [InlineData(4, "internal partial class CallLoss;", null)]
    public void EditOfWhatALossReads_IsSeen(int file, string source, int? remade)
    {
        string[] sources = [Loss, Caller, Settings, Helpers, Unused];
        CSharpCompilation before = TestCompilation.Create(sources.Select(static text => TestCompilation.Usings + text));
        GeneratorDriver driver = GeneratorRun.CreateDriver(before).RunGenerators(before, TestContext.Current.CancellationToken);
        string[] old = FilesOf(driver);
        Assert.Equal(2, old.Length);

        SyntaxTree replaced = before.SyntaxTrees[file];
        CSharpCompilation after = before.ReplaceSyntaxTree(replaced, Parse(TestCompilation.Usings + source, replaced));
        string[] kept = FilesOf(driver.RunGenerators(after, TestContext.Current.CancellationToken));

        sources[file] = source;
        CSharpCompilation fresh = TestCompilation.Create(sources.Select(static text => TestCompilation.Usings + text));
        Assert.Equal(FilesOf(GeneratorRun.CreateDriver(fresh).RunGenerators(fresh, TestContext.Current.CancellationToken)), kept);
        Assert.NotEqual(old, kept);
        if (remade is { } count)
        {
            Assert.Equal(count, kept.Except(old).Count());
        }
    }

    [Fact]
    public void GlobalUsing_AddedElsewhere_IsSeen()
    {
        const string Undeclared = "using LossGen; [Loss(\"(p, y) => Square(p - Extra.Offset)+ y\")] public partial class Shifted;";
        CSharpCompilation before = TestCompilation.Create(Undeclared, "class Extra { public const float Offset = 1f; } namespace Other { class Extra { public const float Offset = 2f; } }", "class Nothing;");
        GeneratorDriver driver = GeneratorRun.CreateDriver(before).RunGenerators(before, TestContext.Current.CancellationToken);
        CSharpCompilation after = before.ReplaceSyntaxTree(before.SyntaxTrees[2], Parse("global using Extra = Other.Extra; class Nothing;", before.SyntaxTrees[2]));
        CSharpCompilation renamed = before.ReplaceSyntaxTree(before.SyntaxTrees[1], Parse("class Extra { public const float Offset = 5f; }", before.SyntaxTrees[1]));

        string[] old = FilesOf(driver);
        Assert.Single(old);
        CSharpCompilation fresh = TestCompilation.Create(after.SyntaxTrees.Select(static tree => tree.ToString()));
        Assert.Equal(
            FilesOf(GeneratorRun.CreateDriver(fresh).RunGenerators(fresh, TestContext.Current.CancellationToken)),
            FilesOf(driver.RunGenerators(after, TestContext.Current.CancellationToken)));
        Assert.NotEqual(old, FilesOf(driver.RunGenerators(renamed, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void RemovedReference_IsSeen()
    {
        CSharpCompilation before = TestCompilation.Create(TestCompilation.Usings + "[Loss(\"(p, y) => Square(p - y) * System.Math.PI\")] public partial class Circle;");
        GeneratorDriver driver = GeneratorRun.CreateDriver(before).RunGenerators(before, TestContext.Current.CancellationToken);
        Assert.Single(FilesOf(driver));

        Assert.Empty(FilesOf(driver.RunGenerators(before.RemoveAllReferences(), TestContext.Current.CancellationToken)));
    }

    private static string[] FilesOf(GeneratorDriver driver) => [.. driver.GetRunResult().GeneratedTrees.Select(static tree => tree.ToString())];

    private static SyntaxTree Parse(string source, SyntaxTree like) =>
        CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)like.Options, like.FilePath, cancellationToken: TestContext.Current.CancellationToken);
}
