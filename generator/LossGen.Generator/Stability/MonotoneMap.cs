using System;

namespace LossGen.Generator.Stability;

/// <summary>Ranges of functions that are monotone on an interval, widened by what their run-time implementations may be off.</summary>
internal static class MonotoneMap
{
    /// <summary>What a vector function may be off, in units in the last place of the element type.</summary>
    public const int Units = 2;

    /// <summary>What the gamma and error functions may be off.</summary>
    public const int SpecialUnits = 8;

    /// <summary>What the double reference of the function may be off itself, in units in the last place of a double.</summary>
    private const int ReferenceUnits = 2;

    /// <summary>The distance from 1 to the next number, 2⁻²³.</summary>
    private const double SingleEpsilon = 1.1920928955078125e-7;

    /// <summary>The distance from 1 to the next number, 2⁻⁵².</summary>
    private const double DoubleEpsilon = 2.2204460492503131e-16;

    /// <summary>The range of an increasing function.</summary>
    public static Interval MapIncreasing(this Interval interval, Func<double, double> function, ElementType type, int units = Units) =>
        interval.IsEmpty ? interval : interval with { Low = Down(function(interval.Low), type, units), High = Up(function(interval.High), type, units) };

    /// <summary>The range of a decreasing function.</summary>
    public static Interval MapDecreasing(this Interval interval, Func<double, double> function, ElementType type, int units = Units) =>
        interval.IsEmpty ? interval : interval with { Low = Down(function(interval.High), type, units), High = Up(function(interval.Low), type, units) };

    /// <summary>A range of values that are never negative, and positive where they underflow to 0: the bound 0 becomes the smallest positive number.</summary>
    public static Interval NonNegative(this Interval interval, ElementType type) => interval.IsEmpty
        ? interval
        : interval with
        {
            Low = IntervalArithmetic.Larger(interval.Low, 0),
            High = Math.Max(interval.High, Rounding.Epsilon(type)),
        };

    /// <summary>The value of a double reference, and what both it and the run-time function may be off.</summary>
    public static Interval Around(double value, ElementType type, int units = Units) =>
        double.IsNaN(value) ? Interval.Empty(true) : new(Down(value, type, units), Up(value, type, units));

    /// <summary>A range near a zero of a function that is accurate relative to 1 there, not to its value.</summary>
    public static Interval Widen(this Interval interval, int units, ElementType type)
    {
        double slack = units * (type == ElementType.Single ? SingleEpsilon : DoubleEpsilon);
        return interval.IsEmpty ? interval : interval with { Low = Rounding.Down(interval.Low - slack, type), High = Rounding.Up(interval.High + slack, type) };
    }

    private static double Down(double value, ElementType type, int units) => Rounding.Down(value, type, units + (type == ElementType.Double ? ReferenceUnits : 0));

    private static double Up(double value, ElementType type, int units) => Rounding.Up(value, type, units + (type == ElementType.Double ? ReferenceUnits : 0));
}
