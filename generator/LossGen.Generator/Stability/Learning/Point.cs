using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Learning;

/// <summary>Values for all parameters of a loss, in double. A scalar has one value, a row one for each column.</summary>
internal sealed class Point(IReadOnlyDictionary<Input, double[]> values)
{
    /// <summary>The number of columns of every row, unless constant indices need more: enough for a label to be right, wrong, or neither.</summary>
    public const int Columns = 3;

    public double[] this[Input input] => values[input];

    public Point With(Input input, double[] value)
    {
        Dictionary<Input, double[]> changed = values.ToDictionary(static pair => pair.Key, static pair => pair.Value);
        changed[input] = value;
        return new Point(changed);
    }

    /// <summary>As in <c>p = 0.5, y = 1</c>, in the order of declaration.</summary>
    public string Describe(LossModel model) => string.Join(", ", model.Parameters.Items.Select(parameter =>
    {
        string[] texts = [.. values[parameter.Input].Select(Text)];
        return $"{parameter.Input.Name} = {(parameter.IsRow ? $"[{string.Join(", ", texts)}]" : texts[0])}";
    }));

    public static string Text(double value) => value switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        _ => value.ToString("G4", CultureInfo.InvariantCulture),
    };
}
