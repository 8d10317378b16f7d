using Microsoft.CodeAnalysis;

namespace LossGen.Benchmarks.Generation;

/// <summary>The least that a generator for <c>[Loss]</c> can do: it lets the compiler find the attribute, which no generator can make faster.</summary>
internal sealed class AttributeScan : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.ForAttributeWithMetadataName("LossGen.LossAttribute", static (_, _) => true, static (attributed, _) => attributed.TargetSymbol.Name),
        static (_, _) => { });
}
