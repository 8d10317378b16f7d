namespace LossGen.Simd.Tests.Harness;

/// <summary>Errors in units in the last place of the correct value; infinite where the kind of number or the sign of zero is wrong.</summary>
public static class UlpError
{
    private const double FloatOverflow = 340282366920938463463374607431768211456.0; // 2^128

    /// <summary>The error of a float against a value known in double.</summary>
    public static double OfSingle(float actual, double expected) => OfSingle(actual, expected, expected);

    /// <summary>The error of a float in units in the last place of <paramref name="scale"/>.</summary>
    public static double OfSingle(float actual, double expected, double scale)
    {
        if (double.IsNaN(expected) || double.IsInfinity(expected) || expected == 0 || float.IsNaN(actual))
        {
            return OfSpecial(actual, expected);
        }

        if (double.IsNegative(expected) != float.IsNegative(actual) && expected == scale)
        {
            return double.PositiveInfinity;
        }

        // A value beyond the largest float counts as 2^128, and so does infinity: rounding decides which of the neighbours comes out.
        var reached = float.IsInfinity(actual) ? Math.CopySign(FloatOverflow, actual) : actual;
        var wanted = Math.Clamp(expected, -FloatOverflow, FloatOverflow);
        return Math.Abs(reached - wanted) / UnitOfSingle(scale);
    }

    /// <summary>The error of a double against a correct value given as rounded value and remainder (in units in the last place).</summary>
    public static double OfDouble(double actual, double rounded, double remainder, double scale)
    {
        if (double.IsNaN(rounded) || double.IsInfinity(rounded) || double.IsNaN(actual) || double.IsInfinity(actual))
        {
            return OfSpecial(actual, rounded);
        }

        var unit = UnitOfDouble(rounded);
        return Math.Abs(((actual - rounded) / unit) - remainder) * (unit / UnitOfDouble(scale));
    }

    /// <summary>0 where both are NaN, the same infinity, or the same zero; else infinite.</summary>
    public static double OfSpecial(double actual, double expected)
    {
        var same = double.IsNaN(expected)
            ? double.IsNaN(actual)
            : actual == expected && double.IsNegative(actual) == double.IsNegative(expected);
        return same ? 0 : double.PositiveInfinity;
    }

    private static double UnitOfSingle(double value) =>
        Math.ScaleB(1, Math.Clamp(Math.ILogB(value), -126, 127) - 23);

    private static double UnitOfDouble(double value) =>
        value == 0 ? double.Epsilon : Math.ScaleB(1, Math.Max(Math.ILogB(value), -1022) - 52);
}
