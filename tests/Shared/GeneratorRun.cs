using System.Collections.Immutable;
using LossGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Testing;

/// <summary>Runs the generator on a compilation.</summary>
public static class GeneratorRun
{
    /// <summary>A driver, which remembers what each step of the pipeline did unless it is told not to.</summary>
    public static GeneratorDriver CreateDriver(CSharpCompilation compilation, bool trackSteps = true) => CSharpGeneratorDriver.Create(
        [new LossGenerator().AsSourceGenerator()],
        parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: trackSteps));

    /// <summary>The compilation with the generated files, and the files. Throws what the generator threw.</summary>
    public static (Compilation Output, ImmutableArray<GeneratedSourceResult> Files) Generate(CSharpCompilation compilation)
    {
        GeneratorDriver driver = CreateDriver(compilation).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        return result.Exception is null ? (output, result.GeneratedSources) : throw new InvalidOperationException("The generator threw.", result.Exception);
    }
}
