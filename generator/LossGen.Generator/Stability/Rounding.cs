using System;

namespace LossGen.Generator.Stability;

/// <summary>Directed rounding of doubles to the element type. Zeros, their signs included, and infinities stay as they are.</summary>
internal static class Rounding
{
    /// <summary>A number of the element type that is at most the exact result of which <paramref name="value"/> is the rounded double.</summary>
    public static double Down(double value, ElementType type) => -Up(-value, type);

    /// <summary>A number of the element type that is at least the exact result of which <paramref name="value"/> is the rounded double.</summary>
    public static double Up(double value, ElementType type) => Up(value, double.NaN, type);

    /// <summary>The largest number of the element type that is at most the exact <paramref name="value"/> + <paramref name="error"/>.</summary>
    public static double Down(double value, double error, ElementType type) => -Up(-value, -error, type);

    /// <summary>The smallest number of the element type that is at least the exact <paramref name="value"/> + <paramref name="error"/>. An unknown error (NaN) counts as positive.</summary>
    public static double Up(double value, double error, ElementType type)
    {
        if (double.IsNaN(value) || double.IsInfinity(value) || value == 0)
        {
            return value;
        }

        double above = error <= 0 ? value : NextUp(value);
        return type == ElementType.Double ? above : ToSingleUp(above);
    }

    /// <summary><see cref="Down(double, ElementType)"/>, and some units in the last place more.</summary>
    public static double Down(double value, ElementType type, int units) => -Up(-value, type, units);

    /// <summary><see cref="Up(double, ElementType)"/>, and some units in the last place more.</summary>
    public static double Up(double value, ElementType type, int units)
    {
        double result = Up(value, type);
        for (int unit = 0; unit < units; unit++)
        {
            result = Up(result, type);
        }

        return result;
    }

    /// <summary>The number as the element type has it.</summary>
    public static double ToNearest(double value, ElementType type) => type == ElementType.Single ? (float)value : value;

    /// <summary>The smallest positive number of the element type.</summary>
    public static double Epsilon(ElementType type) => type == ElementType.Single ? float.Epsilon : double.Epsilon;

    /// <summary>The next larger number of the element type after one of its numbers.</summary>
    public static double Next(double value, ElementType type) =>
        value == 0 ? Epsilon(type) : double.IsInfinity(value) || double.IsNaN(value) ? value : type == ElementType.Single ? NextUp((float)value) : NextUp(value);

    private static double ToSingleUp(double value)
    {
        float single = (float)value;
        return single >= value ? single : NextUp(single);
    }

    private static double NextUp(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return BitConverter.Int64BitsToDouble(value > 0 ? bits + 1 : bits - 1);
    }

    private static double NextUp(float value)
    {
        if (float.IsInfinity(value))
        {
            return value > 0 ? value : float.MinValue;
        }

        if (value == 0)
        {
            return float.Epsilon;
        }

        int bits = BitConverter.ToInt32(BitConverter.GetBytes(value), 0);
        return BitConverter.ToSingle(BitConverter.GetBytes(value > 0 ? bits + 1 : bits - 1), 0);
    }
}
