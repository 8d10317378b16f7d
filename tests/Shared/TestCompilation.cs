using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Testing;

/// <summary>Makes compilations of test sources, with the running framework and LossGen as references.</summary>
public static class TestCompilation
{
    /// <summary>What most sources begin with.</summary>
    public const string Usings = "using LossGen;\nusing System;\nusing System.ComponentModel.DataAnnotations;\nusing static LossGen.LossMath;\n";

    private static readonly ImmutableArray<MetadataReference> References = FindReferences();

    /// <summary>A library of the given files, named <c>Source0.cs</c>, <c>Source1.cs</c>, …</summary>
    public static CSharpCompilation Create(params IEnumerable<string> sources) => Create(new CSharpParseOptions(LanguageVersion.Latest), sources);

    public static CSharpCompilation Create(CSharpParseOptions options, params IEnumerable<string> sources) => CSharpCompilation.Create(
        "Tests",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"Source{index}.cs")),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The framework's assemblies, but none of the test runner's.</summary>
    private static ImmutableArray<MetadataReference> FindReferences()
    {
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return
        [
            .. trusted.Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == framework)
                .Select(static path => MetadataReference.CreateFromFile(path)),
            MetadataReference.CreateFromFile(typeof(LossAttribute).Assembly.Location),
        ];
    }
}
