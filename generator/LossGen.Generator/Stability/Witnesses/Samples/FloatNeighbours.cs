using System;

namespace LossGen.Generator.Stability.Witnesses.Samples;

/// <summary>The floats in their order, as numbers of type double.</summary>
internal static class FloatNeighbours
{
    /// <summary>The smallest float that is not less than a number.</summary>
    public static double AtLeast(double value) => (float)value >= value ? (float)value : Step((float)value, 1);

    /// <summary>The largest float that is not greater than a number.</summary>
    public static double AtMost(double value) => (float)value <= value ? (float)value : Step((float)value, -1);

    /// <summary>The float so many places further in the order.</summary>
    public static double Step(double value, int places) => FromOrder(Order(value) + places);

    /// <summary>The place of a float in the order of all floats; both zeros have place 0.</summary>
    public static int Order(double value)
    {
        int bits = BitConverter.ToInt32(BitConverter.GetBytes((float)value), 0);
        return bits >= 0 ? bits : int.MinValue - bits;
    }

    public static double FromOrder(int order) => BitConverter.ToSingle(BitConverter.GetBytes(order >= 0 ? order : int.MinValue - order), 0);
}
