using System.Text;
using LossGen.Generator.Model;
using LossGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Generator;

/// <summary>Generates the class of every method or type that carries <c>[Loss]</c>. Diagnostics are the analyzers'; this file is wiring only.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class LossGenerator : IIncrementalGenerator
{
    /// <summary>The step that yields models, by which tests look at the cache.</summary>
    internal const string ModelStep = "LossModel";

    /// <summary>The step that yields generated files.</summary>
    internal const string FileStep = "LossFile";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<LossModel> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "LossGen.LossAttribute",
                static (_, _) => true,
                static (attributed, cancellationToken) => LossCache.GetOrParse(attributed, cancellationToken))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .Collect()
            .SelectMany(static (all, _) => LossTypeClashes.Remove(all))
            .WithTrackingName(ModelStep);

        IncrementalValuesProvider<(string HintName, string Text)> files = models
            .Collect()
            .SelectMany(static (all, cancellationToken) => LossFiles.Of(all, cancellationToken))
            .WithTrackingName(FileStep);

        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8)));
    }
}
