using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using LossGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Testing;

/// <summary>What the generator makes of a compilation.</summary>
/// <param name="Compilation">The compilation with the generated files.</param>
/// <param name="Files">The generated files.</param>
public sealed record GeneratedCode(Compilation Compilation, ImmutableArray<GeneratedSourceResult> Files)
{
    /// <summary>Runs the generator. If it throws, so does this.</summary>
    public static GeneratedCode Of(CSharpCompilation compilation)
    {
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create([new LossGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out _);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        return result.Exception is { } exception
            ? throw new InvalidOperationException("The generator threw.", exception)
            : new(updated, result.GeneratedSources);
    }

    /// <summary>Whatever the compiler has to say about the generated files, down to warnings.</summary>
    public IEnumerable<Diagnostic> Problems => Compilation.GetDiagnostics().Where(diagnostic =>
        diagnostic.Severity >= DiagnosticSeverity.Warning && Files.Any(file => file.SyntaxTree == diagnostic.Location.SourceTree));

    /// <summary>Compiles and loads everything.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public Assembly Load()
    {
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = Compilation.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        }

        image.Position = 0;
        return new AssemblyLoadContext("Generated", isCollectible: true).LoadFromStream(image);
    }
}
