using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Ranges;

/// <summary>The values that the inputs of a loss can take.</summary>
/// <remarks>A declared range always wins. A prediction with a link is a raw score; the range that its author declared is that of the linked prediction.</remarks>
internal sealed class InputDomains
{
    /// <summary>The largest number of columns that a row can have, with room for the rounding of sums over so many.</summary>
    private const double MostColumns = 4294967296;

    private readonly Dictionary<Input, Interval> _domains;
    private readonly HashSet<Input> _simplices;

    private InputDomains(Dictionary<Input, Interval> domains, HashSet<Input> simplices, Interval columns)
    {
        _domains = domains;
        _simplices = simplices;
        Columns = columns;
    }

    /// <summary>Inputs of which nothing is known.</summary>
    public static InputDomains Unknown { get; } = new([], [], new(1, MostColumns));

    /// <summary>The numbers of columns.</summary>
    public Interval Columns { get; }

    /// <summary>The domains of a loss.</summary>
    /// <param name="model">The loss.</param>
    /// <param name="undeclared">The largest magnitude of predictions and targets without a declared range.</param>
    public static InputDomains Of(LossModel model, double undeclared) => new(
        model.Parameters.Items.ToDictionary(static parameter => parameter.Input, parameter => DomainOf(parameter, undeclared)),
        [.. model.Parameters.Items.Where(static parameter => parameter.Domain.IsSimplex && parameter.Link == LinkKind.Identity).Select(static parameter => parameter.Input)],
        new(Math.Max(1, model.MinimumColumns), MostColumns));

    public Interval Of(Input input) => _domains.TryGetValue(input, out Interval domain) ? domain : Interval.All with { MayBeNaN = false };

    /// <summary>Whether the elements of a row are not negative and add up to 1.</summary>
    public bool IsSimplex(Input row) => _simplices.Contains(row);

    /// <summary>The same domains with one more input, or with another domain for an input.</summary>
    public InputDomains With(Input input, Interval domain) => new(new(_domains) { [input] = domain }, _simplices, Columns);

    /// <summary>The domains as the element type has them.</summary>
    public InputDomains RoundedTo(ElementType type) => new(
        _domains.ToDictionary(
            static domain => domain.Key,
            domain => domain.Value with { Low = Rounding.Down(domain.Value.Low, error: 0, type), High = Rounding.Up(domain.Value.High, error: 0, type) }),
        _simplices,
        Columns);

    /// <summary>The number that a hyperparameter is unless it is set; null if it must be, or has a range of its own.</summary>
    public static double? DefaultOf(LossParameter parameter)
    {
        if (parameter.Domain.IsDeclared || parameter.DefaultValue is not { } text)
        {
            return null;
        }

        string digits = text.TrimEnd('f', 'd');
        return text switch
        {
            "true" => 1,
            "false" => 0,
            _ when text.EndsWith("PositiveInfinity", StringComparison.Ordinal) => double.PositiveInfinity,
            _ when text.EndsWith("NegativeInfinity", StringComparison.Ordinal) => double.NegativeInfinity,
            _ => double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null,
        };
    }

    private static Interval DomainOf(LossParameter parameter, double undeclared) => parameter switch
    {
        { Type: "bool" } => new(0, 1),
        { Scores: { IsDeclared: true } scores } => new(scores.Low, scores.High),
        { Input.Role: InputRole.Label } => new(0, MostColumns),
        { Input.Role: InputRole.Hyperparameter } => DefaultOf(parameter) is { } value ? Interval.Point(value) : new(double.NegativeInfinity, double.PositiveInfinity),
        _ => new(-undeclared, undeclared),
    };
}
