using System.Collections.Immutable;
using System.Text.Json;

namespace LossGen.Generator.Tests.Stability;

/// <summary>An expression with a verdict that was reached by evaluating it in single precision and exactly, and by judging what came out.</summary>
public sealed record StabilityCase
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    public required string Id { get; init; }

    public required string Expr { get; init; }

    /// <summary>The domains of the variables, in the order in which the expression takes them.</summary>
    public required Dictionary<string, string> Vars { get; init; }

    /// <summary>The same loss as statements; null if it is written as the expression.</summary>
    public string? Body { get; init; }

    /// <summary>Methods that the statements call.</summary>
    public string? Helpers { get; init; }

    /// <summary>A condition on the inputs, in Python.</summary>
    public string? Pre { get; init; }

    public required string Verdict { get; init; }

    /// <summary>What an unstable expression comes to: <c>nonfinite</c>, <c>wrong</c>, <c>precision</c>, or, under reverse mode with masks only, <c>reverse-only</c>.</summary>
    public string? Tier { get; init; }

    /// <summary>The operation that a diagnostic should point at.</summary>
    public StabilityCulprit? Culprit { get; init; }

    public bool IsStable => Verdict == "stable";

    /// <summary>The cases of all files.</summary>
    public static ImmutableArray<StabilityCase> All { get; } = [.. Read("stability-cases.json"), .. Read("unseen-cases.json"), .. Read("frozen-cases.json")];

    /// <summary>The cases of a file.</summary>
    public static ImmutableArray<StabilityCase> Read(string file) =>
        [.. JsonSerializer.Deserialize<StabilityCase[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Stability", "Data", file)), Options)!];
}

/// <summary>A subexpression.</summary>
public sealed record StabilityCulprit(string Op, string Sub);
