using System;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Learning;

/// <summary>Points of a loss's domain, the same ones every time.</summary>
internal static class PointSampling
{
    /// <summary>The bound of what is not declared, as for the stability analysis.</summary>
    public const double Undeclared = 1e4;

    /// <summary>Points of all scales in the domain; targets and hyperparameters vary along with the predictions.</summary>
    public static ImmutableArray<Point> Of(LossModel model, int columns, int count)
    {
        Scatter random = new(20);
        return [.. Enumerable.Range(0, count).Select(_ => new Point(model.Parameters.Items.ToDictionary(
            static parameter => parameter.Input,
            parameter => Values(parameter, columns, random))))];
    }

    /// <summary>A value for a parameter, or one for each of its columns.</summary>
    public static double[] Values(LossParameter parameter, int columns, Scatter random)
    {
        if (!parameter.IsRow)
        {
            return [Value(parameter, columns, random)];
        }

        double[] values = [.. Enumerable.Range(0, columns).Select(_ => Value(parameter, columns, random))];
        if (parameter.Domain.IsSimplex && parameter.Link == LinkKind.Identity)
        {
            values = [.. values.Select(static value => Math.Abs(value) + 0.01)];
            double sum = values.Sum();
            values = [.. values.Select(value => value / sum)];
        }

        return values;
    }

    private static double Value(LossParameter parameter, int columns, Scatter random)
    {
        if (parameter.Input.Role == InputRole.Label)
        {
            return (int)(random.Fraction() * columns);
        }

        if (parameter.Input.Role == InputRole.Hyperparameter && DefaultOf(parameter) is { } known)
        {
            return known;
        }

        if (parameter.Link == LinkKind.Identity && parameter.Domain.AllowedValues is { Count: > 0 } allowed)
        {
            return allowed[(int)(random.Fraction() * allowed.Count)];
        }

        (double low, double high) = Bounds(parameter);
        double width = high - low;
        return !double.IsInfinity(width) && width <= 1_000 && parameter.Scores.IsDeclared
            ? low + (width * random.Fraction())
            : Math.Min(Math.Max(((int)(random.Fraction() * 2) == 0 ? 1 : -1) * Math.Pow(10, (random.Fraction() * 4) - 2), low), high);
    }

    /// <summary>The ends of what the class takes for a parameter.</summary>
    public static (double Low, double High) Bounds(LossParameter parameter) =>
        (Math.Max(parameter.Scores.Low, -Undeclared), Math.Min(parameter.Scores.High, Undeclared));

    private static double? DefaultOf(LossParameter parameter) => parameter.DefaultValue?.TrimEnd('f', 'F', 'd', 'D') switch
    {
        "true" => 1,
        "false" => 0,
        { } text when double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double value) => value,
        _ => null,
    };
}
