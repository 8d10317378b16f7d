using System.Globalization;

namespace LossGen.Generator.Emission;

/// <summary>Numbers as C# text.</summary>
internal static class CSharpLiteral
{
    /// <summary>The shortest text of a double that parses back to the same bits.</summary>
    public static string Of(double value)
    {
        if (double.IsNaN(value))
        {
            return "double.NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }

        // .NET Framework prints "R" with up to 17 digits; the shorter forms are tried first so that every host prints the same text.
        string text = value.ToString("G15", CultureInfo.InvariantCulture);
        for (int digits = 16; digits <= 17 && double.Parse(text, CultureInfo.InvariantCulture) != value; digits++)
        {
            text = value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }

        text = text == "-0" || (value == 0 && 1 / value < 0) ? "-0.0" : text;
        return text.IndexOfAny(['.', 'E']) < 0 ? text + ".0" : text;
    }
}
