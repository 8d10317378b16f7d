using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>
/// The models of losses by their declarations. Every edit anywhere makes the pipeline ask for every loss anew, as it cannot know what
/// a loss depends on; the parser does, and parses again only what may have changed.
/// </summary>
internal static class LossCache
{
    private static readonly ConditionalWeakTable<SyntaxNode, Entry> Entries = new();

    /// <summary>The model of an attributed declaration, or null if it has any error.</summary>
    /// <param name="context">What the attribute stands on.</param>
    /// <param name="cancellationToken">Ends the parse.</param>
    public static LossModel? GetOrParse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        Compilation compilation = context.SemanticModel.Compilation;
        ParseEnvironment environment = ParseEnvironment.Of(compilation, cancellationToken);
        if (Entries.TryGetValue(context.TargetNode, out Entry? known) && known.HoldsIn(compilation, environment))
        {
            return known.Model;
        }

        ParseSession session = new(compilation, report: null, cancellationToken);
        LossModel? model = LossParser.Parse(session, context.TargetNode, context.TargetSymbol, context.Attributes[0]);
        Entries.Remove(context.TargetNode);
        if (model is not null)
        {
            Entry entry = new(model, environment, [.. session.CopiedFiles]);
            Entries.GetValue(context.TargetNode, _ => entry);
        }

        return model;
    }

    /// <summary>A model and all that it was made from, beside the declaration's own file.</summary>
    /// <param name="Model">The model.</param>
    /// <param name="Environment">What gave the names in it their meaning.</param>
    /// <param name="CopiedFiles">The files with bodies that were copied into it, or considered.</param>
    private sealed record Entry(LossModel Model, ParseEnvironment Environment, ImmutableArray<SyntaxTree> CopiedFiles)
    {
        public bool HoldsIn(Compilation compilation, ParseEnvironment environment) =>
            Environment.Equals(environment) && CopiedFiles.All(compilation.ContainsSyntaxTree);
    }
}
