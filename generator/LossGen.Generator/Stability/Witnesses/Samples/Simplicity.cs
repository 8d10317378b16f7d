using System;
using System.Globalization;
using System.Linq;

namespace LossGen.Generator.Stability.Witnesses.Samples;

/// <summary>How hard numbers are to read: a witness should be as simple as its failure allows.</summary>
internal static class Simplicity
{
    /// <summary>The effort of a point.</summary>
    public static double Of(double[] point) => point.Sum(Of);

    /// <summary>The effort of a number: 0 is the simplest, then 1, small integers, and numbers of few digits.</summary>
    public static double Of(double value)
    {
        if (value == 0)
        {
            return 0;
        }

        double sign = value < 0 ? 0.5 : 0;
        double magnitude = Math.Abs(value);
        if (magnitude == 1)
        {
            return 1 + sign;
        }

        string text = ((float)magnitude).ToString("E8", CultureInfo.InvariantCulture);
        string digits = ((float)magnitude).ToString("R", CultureInfo.InvariantCulture);
        int exponent = int.Parse(text.Substring(text.IndexOf('E') + 1), CultureInfo.InvariantCulture);
        int mantissa = digits.IndexOf('E') is >= 0 and var end ? end : digits.Length;
        int significant = digits.Substring(0, mantissa).Replace(".", string.Empty).Trim('0').Length;
        return 1 + sign + significant + (0.1 * Math.Abs(exponent));
    }

    /// <summary>A number of so many significant digits near a given one.</summary>
    public static double Round(double value, int digits) =>
        float.Parse(value.ToString("E" + (digits - 1), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
