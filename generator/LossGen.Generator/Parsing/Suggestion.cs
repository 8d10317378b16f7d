using System.Collections.Immutable;
using System.Linq;

namespace LossGen.Generator.Parsing;

/// <summary>The name that a misspelt one was meant to be: a question at the end of a message, and a property that the fix reads.</summary>
/// <param name="Name">The name, or null if none is near.</param>
internal sealed record Suggestion(string? Name)
{
    /// <summary>The diagnostic's property that holds the name.</summary>
    public const string PropertyName = "Suggestion";

    public static Suggestion None { get; } = new((string?)null);

    /// <summary>What a diagnostic with these arguments tells its fix.</summary>
    public static ImmutableDictionary<string, string?> PropertiesOf(object[] arguments) =>
        arguments.OfType<Suggestion>().FirstOrDefault() is { Name: { } name }
            ? ImmutableDictionary<string, string?>.Empty.Add(PropertyName, name)
            : ImmutableDictionary<string, string?>.Empty;

    public override string ToString() => Name is null ? string.Empty : $"; did you mean '{Name}'?";
}
