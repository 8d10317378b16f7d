using System.Globalization;
using System.Text.Json;

namespace LossGen.Losses.Tests;

/// <summary>A point of the reference table: inputs in the table's order, and what 20 digits say of value and derivatives.</summary>
public sealed record ReferencePoint(JsonElement Json, string[] Arguments)
{
    private readonly HashSet<string> _flags = Json.TryGetProperty("flags", out JsonElement flags) ? [.. flags.EnumerateArray().Select(static flag => flag.GetString()!)] : [];

    public bool Has(string flag) => _flags.Contains(flag);

    /// <summary>Whether a number that the loss is evaluated at is smaller than the smallest normal one.</summary>
    public bool HasSubnormalInput(double smallest) => Json.EnumerateObject()
        .Where(static property => property.Name is not ("value" or "grad" or "hess" or "hess_diag" or "flags") && !property.Name.StartsWith("grad_", StringComparison.Ordinal) && !property.Name.StartsWith("hess_", StringComparison.Ordinal))
        .SelectMany(static property => Numbers(property.Value))
        .Any(number => number != 0 && Math.Abs(number) < smallest);

    public double Value => Parse(Json.GetProperty("value"));

    /// <summary>The table's name of a loss's input: the same but for case and underscores, or that of the argument in its place.</summary>
    public string NameOf(string input, int position) =>
        Arguments.FirstOrDefault(argument => argument.Replace("_", "", StringComparison.Ordinal).Equals(input.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
        ?? Arguments[position];

    /// <summary>The numbers of an input: one, or those of a row. The table has the positive of contrastive losses in column 0.</summary>
    public double[] Input(string input, int position) => input == "positive" && !Arguments.Contains(input) ? [0] : Numbers(Part(Json, input, position)!.Value);

    /// <summary>The derivative by an input; null where the table gives none. One that is given alone is that by the first argument.</summary>
    public double[]? Derivative(string input, int position, bool second)
    {
        if (!Json.TryGetProperty(second ? Json.TryGetProperty("hess_diag", out _) ? "hess_diag" : "hess" : "grad", out JsonElement derivative))
        {
            return null;
        }

        return derivative.ValueKind != JsonValueKind.Object ? (NameOf(input, position) == Arguments[0] ? Numbers(derivative) : null)
            : Part(derivative, input, position) is { } byInput ? Numbers(byInput) : null;
    }

    /// <summary>What belongs to an input: of <c>keys_2</c> the third row of the matrix <c>keys</c>.</summary>
    private JsonElement? Part(JsonElement whole, string input, int position)
    {
        int separator = input.LastIndexOf('_');
        return separator > 0 && Arguments.Contains(input[..separator]) ? whole.GetProperty(input[..separator])[int.Parse(input[(separator + 1)..], CultureInfo.InvariantCulture)]
            : whole.TryGetProperty(NameOf(input, position), out JsonElement part) ? part
            : null;
    }

    private static double[] Numbers(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().SelectMany(Numbers)] : [Parse(json)];

    private static double Parse(JsonElement json) => double.Parse(json.GetString()!, CultureInfo.InvariantCulture);
}

/// <summary>The reference table: losses with parameters, at ordinary and extreme inputs. To it belong points of a sweep that losses once failed at.</summary>
public static class ReferenceTable
{
    private static readonly JsonElement[] Tables = [Load("losses-reference.json"), Load("sweep-reference.json")];

    /// <summary>The points of a loss with exactly the given parameters.</summary>
    public static IReadOnlyList<ReferencePoint> Points(string loss, string parameters) =>
    [
        .. Tables.SelectMany(static table => table.GetProperty("losses").EnumerateArray())
            .Where(entry => entry.GetProperty("loss").GetString() == loss && Describe(entry.GetProperty("params")) == parameters)
            .SelectMany(static entry => entry.GetProperty("points").EnumerateArray().Select(point => new ReferencePoint(point, Arguments(entry)))),
    ];

    private static string[] Arguments(JsonElement entry) => [.. entry.GetProperty("args").EnumerateArray().Select(static argument => argument.GetString()!)];

    private static string Describe(JsonElement parameters) =>
        string.Join(", ", parameters.EnumerateObject().Select(static parameter => $"{parameter.Name} = {parameter.Value.GetString()}"));

    private static JsonElement Load(string name)
    {
        using Stream stream = typeof(ReferenceTable).Assembly.GetManifestResourceStream(name)!;
        return JsonDocument.Parse(stream).RootElement;
    }
}
