using System.Collections.Immutable;
using System.Reflection;
using LossGen.Generator.Calculus;
using LossGen.Generator.Emission;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Programs;

/// <summary>Random losses → their generated files → one assembly of a batch → probes of their kernels.</summary>
internal static class ProgramCompiler
{
    /// <summary>This test assembly names its friend so.</summary>
    private const string AssemblyName = "LossGen.RandomPrograms";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. new[] { typeof(object).Assembly, Assembly.Load("System.Runtime"), Assembly.Load("System.Collections.Immutable"), typeof(ILoss<>).Assembly, typeof(ProgramCompiler).Assembly }
            .Select(static assembly => MetadataReference.CreateFromFile(assembly.Location)),
    ];

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        checkOverflow: true,
        generalDiagnosticOption: ReportDiagnostic.Error,
        concurrentBuild: false,
        metadataImportOptions: MetadataImportOptions.All);

    /// <summary>The programs as they run, in their order.</summary>
    public static ImmutableArray<CompiledProgram> Compile(IReadOnlyList<RandomProgram> programs)
    {
        ImmutableArray<CompiledProgram> emitted = [.. programs.Select(Emit)];
        CSharpCompilation compilation = CSharpCompilation.Create(AssemblyName, emitted.Select(static program => program.Tree).OfType<SyntaxTree>(), References, Options);
        using MemoryStream image = new();
        ImmutableArray<Diagnostic> errors = [.. compilation.Emit(image).Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        if (errors.IsEmpty)
        {
            Assembly assembly = Assembly.Load(image.ToArray());
            return [.. emitted.Select(program => program.Tree is null ? program : program with { Probe = Load(assembly, program.Program) })];
        }

        // One bad file fails the whole batch. The others go through without it.
        ILookup<SyntaxTree?, Diagnostic> byTree = errors.ToLookup(static error => error.Location.SourceTree);
        Dictionary<int, CompiledProgram> others = Compile([.. emitted.Where(program => !byTree.Contains(program.Tree)).Select(static program => program.Program)])
            .ToDictionary(static program => program.Program.Number);
        return [.. emitted.Select(program => others.TryGetValue(program.Program.Number, out CompiledProgram? compiled) ? compiled : program with { Failure = byTree[program.Tree].First().ToString() })];
    }

    private static CompiledProgram Emit(RandomProgram program)
    {
        try
        {
            return new(program, CSharpSyntaxTree.ParseText(Text(program), ParseOptions, $"{program.Model.Type.Namespace}.cs"), null, null);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new(program, null, null, exception.ToString());
        }
    }

    private static KernelProbe Load(Assembly assembly, RandomProgram program)
    {
        MethodInfo entry = assembly.GetType($"{program.Model.Type.Namespace}.{program.Model.Type.Header.Name}", throwOnError: true)!.GetMethod("Probe", BindingFlags.Static | BindingFlags.NonPublic)!;
        double[] hyperparameters = [.. program.Model.OfRole(InputRole.Hyperparameter).Select(parameter => program.Points[0].Scalars[parameter.Input])];
        return (KernelProbe)entry.Invoke(null, [hyperparameters])!;
    }

    /// <summary>The generated file, or only its kernel, with an entry that may see that.</summary>
    private static string Text(RandomProgram program)
    {
        LossModel model = program.Model;
        LoweredLoss lowered = LoweredLoss.Of(model, Derivation.Of(model));
        return $$"""
            {{(program.IsWhole ? LossEmitter.Emit(model) : KernelText(model, lowered))}}
            namespace {{model.Type.Namespace}}
            {
                partial class {{model.Type.Header.Name}}
                {
                    internal static global::LossGen.Generator.Tests.Programs.KernelProbe Probe(double[] hyperparameters) => {{Probe(lowered.Choice)}};
                }
            }
            """;
    }

    /// <summary>An expression that makes the probe of the kernel for the hyperparameters.</summary>
    private static string Probe(KernelChoice choice)
    {
        if (choice is ConditionalKernels { Condition: var condition, WhenTrue: var whenTrue, WhenFalse: var whenFalse })
        {
            return $"({ScalarPrinter.Print(condition, static variable => $"hyperparameters[{variable.Input.Position}]{(variable.IsCondition ? " != 0" : "")}")}) ? {Probe(whenTrue)} : {Probe(whenFalse)}";
        }

        LoweredKernel kernel = ((OneKernel)choice).Kernel;
        string type = KernelEmitter.TypeOf(kernel, "double");
        string probe = $"global::LossGen.Generator.Tests.Programs.{(kernel.Model.HasRows ? "RowProbe" : "ElementProbe")}<{type}>";
        IEnumerable<string> arguments = kernel.Fields.IsEmpty ? [] : kernel.Model.OfRole(InputRole.Hyperparameter).Select(static (_, position) => $"hyperparameters[{position}]");
        return $"(global::LossGen.Generator.Tests.Programs.KernelProbe)new {probe}(new {type}({string.Join(", ", arguments)}))";
    }

    /// <summary>The kernels. The C# compiler takes longer for a whole file, most of which is the same for all formulas but for names.</summary>
    private static string KernelText(LossModel model, LoweredLoss lowered)
    {
        SourceWriter writer = new();
        writer.Write($"namespace {model.Type.Namespace}").Open();
        writer.Write($"partial class {model.Type.Header.Name}").Open();
        foreach (LoweredKernel kernel in lowered.Kernels)
        {
            KernelEmitter.Emit(writer, kernel);
        }

        // Attributes change nothing that is computed, and binding them is a good part of the compiler's work.
        return writer.Close().Close().ToString().Replace(KernelEmitter.Inline, "", StringComparison.Ordinal).Replace(KernelEmitter.NotInlined, "", StringComparison.Ordinal);
    }
}

/// <summary>A random loss with its generated file and the probe of its kernel, or the reason why it has none.</summary>
internal sealed record CompiledProgram(RandomProgram Program, SyntaxTree? Tree, KernelProbe? Probe, string? Failure);
