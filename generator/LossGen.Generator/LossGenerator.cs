using Microsoft.CodeAnalysis;

namespace LossGen.Generator;

/// <summary>Generates the class of every method or type that carries <c>[Loss]</c>. This file is wiring only.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class LossGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
