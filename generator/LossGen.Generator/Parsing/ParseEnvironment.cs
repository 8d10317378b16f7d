using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>
/// What decides the meaning of a loss beside its own file and the bodies copied into it: references, options and the
/// <see cref="DeclarationSurface"/> of every file. Equal environments give equal names equal meaning.
/// </summary>
internal sealed class ParseEnvironment : IEquatable<ParseEnvironment>
{
    private static readonly ConditionalWeakTable<Compilation, ParseEnvironment> Known = new();

    /// <summary>The environment handed out last. Mostly the next one is equal, and then the comparison of environments is one of references.</summary>
    private static readonly WeakReference<ParseEnvironment?> Latest = new(null);

    private readonly string? _assemblyName;
    private readonly RelevantOptions _options;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly ImmutableArray<DeclarationSurface> _files;

    private ParseEnvironment(Compilation compilation, CancellationToken cancellationToken)
    {
        _assemblyName = compilation.AssemblyName;
        _options = new(compilation.Options.CheckOverflow, compilation.Options.MetadataImportOptions);
        _references = compilation.ExternalReferences;
        _files = [.. compilation.SyntaxTrees.Select(tree => DeclarationSurface.Of(tree, cancellationToken))];
    }

    public static ParseEnvironment Of(Compilation compilation, CancellationToken cancellationToken)
    {
        if (!Known.TryGetValue(compilation, out ParseEnvironment? environment))
        {
            ParseEnvironment made = new(compilation, cancellationToken);
            environment = Known.GetValue(compilation, _ => Latest.TryGetTarget(out ParseEnvironment? latest) && made.Equals(latest) ? latest : made);
            Latest.SetTarget(environment);
        }

        return environment;
    }

    public bool Equals(ParseEnvironment? other) => ReferenceEquals(this, other)
        || (other is not null
            && _assemblyName == other._assemblyName
            && _options.Equals(other._options)
            && _references.SequenceEqual(other._references)
            && _files.SequenceEqual(other._files));

    public override bool Equals(object? obj) => Equals(obj as ParseEnvironment);

    public override int GetHashCode() => _files.Length;

    /// <summary>
    /// What of a compilation's options can give a constant or a name another meaning. The options themselves cannot be compared: those of the
    /// compiler server hold a resolver of references whose <c>Equals</c> throws.
    /// </summary>
    private readonly record struct RelevantOptions(bool ChecksOverflow, MetadataImportOptions ImportedMetadata);
}
