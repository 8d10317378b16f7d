using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Witnesses.Samples;

/// <summary>All the numbers that a loss reads, and what they can be. A point of the space is one number a slot.</summary>
internal sealed class InputSpace
{
    /// <summary>How large predictions and targets are for which no range is declared.</summary>
    public const double Undeclared = 1e4;

    /// <summary>What a hyperparameter is of which nothing is known: a number at which hardly anything is special.</summary>
    private const double UnknownHyperparameter = 1.5;

    /// <summary>Enough columns for what goes wrong in rows: a largest, a smallest and another.</summary>
    private const int FewestColumns = 3;

    private readonly Dictionary<Input, int> _first = [];

    private InputSpace(LossModel model)
    {
        Columns = Math.Max(FewestColumns, model.MinimumColumns);
        ImmutableArray<InputSlot>.Builder slots = ImmutableArray.CreateBuilder<InputSlot>();
        ImmutableArray<SlotGroup>.Builder groups = ImmutableArray.CreateBuilder<SlotGroup>();
        foreach (LossParameter parameter in model.Parameters)
        {
            int width = parameter.IsRow ? Columns : 1;
            _first.Add(parameter.Input, slots.Count);
            groups.Add(new(parameter, slots.Count, width));
            for (int column = 0; column < width; column++)
            {
                slots.Add(SlotOf(parameter, column, model.HasRows ? Columns : 0));
            }
        }

        Slots = slots.ToImmutable();
        Groups = groups.ToImmutable();
    }

    public int Columns { get; }

    public ImmutableArray<InputSlot> Slots { get; }

    /// <summary>The slots by parameter.</summary>
    public ImmutableArray<SlotGroup> Groups { get; }

    public static InputSpace Of(LossModel model) => new(model);

    /// <summary>The first slot of a parameter.</summary>
    public int FirstSlot(Input input) => _first[input];

    private static InputSlot SlotOf(LossParameter parameter, int column, int columns)
    {
        Domain domain = parameter.Scores;
        ImmutableArray<double> allowed = parameter switch
        {
            { Type: "bool", DefaultValue: null } => [0, 1],
            _ when domain.AllowedValues.Count > 0 => [.. domain.AllowedValues.Items.Select(static value => (double)(float)value)],
            _ when domain.IsDeclared && parameter.Type == "int" => Integers(domain),
            _ when domain.IsDeclared => [],
            { Input.Role: InputRole.Hyperparameter } => DefaultOf(parameter) is { } value ? [(float)value] : [UnknownHyperparameter],
            { Input.Role: InputRole.Label } => [.. Enumerable.Range(0, Math.Max(columns, 2)).Select(static label => (double)label)],
            _ => [],
        };
        return new(
            parameter,
            column,
            FloatNeighbours.AtLeast(double.IsNegativeInfinity(domain.Low) ? -Undeclared : domain.Low),
            FloatNeighbours.AtMost(double.IsPositiveInfinity(domain.High) ? Math.Max(Undeclared, domain.Low) : domain.High),
            allowed);
    }

    private static ImmutableArray<double> Integers(Domain domain)
    {
        double low = Math.Ceiling(Math.Max(domain.Low, -Undeclared));
        double high = Math.Floor(Math.Min(domain.High, Undeclared));
        return [.. new[] { low, low + 1, low + 2, 0, 1, Math.Floor((low + high) / 2), high }.Where(value => low <= value && value <= high).Distinct()];
    }

    private static double? DefaultOf(LossParameter parameter) => parameter.DefaultValue switch
    {
        null => null,
        "true" => 1,
        "false" => 0,
        { } text => double.TryParse(text.TrimEnd('f', 'd'), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null,
    };
}

/// <summary>The slots of one parameter.</summary>
internal readonly record struct SlotGroup(LossParameter Parameter, int First, int Width)
{
    /// <summary>Whether they are probabilities that add up to 1, rather than free of each other.</summary>
    public bool IsSimplex => Parameter.Domain.IsSimplex && Parameter.Link == LinkKind.Identity;
}
