using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Testing;

/// <summary>What the generator makes of a compilation.</summary>
/// <param name="Compilation">The compilation with the generated files.</param>
/// <param name="Files">The generated files.</param>
public sealed record GeneratedCode(Compilation Compilation, ImmutableArray<GeneratedSourceResult> Files)
{
    /// <summary>Runs the generator. What it throws, this throws.</summary>
    public static GeneratedCode Of(CSharpCompilation compilation)
    {
        (Compilation updated, ImmutableArray<GeneratedSourceResult> files) = GeneratorRun.Generate(compilation);
        return new(updated, files);
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
