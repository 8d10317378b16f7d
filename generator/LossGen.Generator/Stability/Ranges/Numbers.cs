namespace LossGen.Generator.Stability.Ranges;

/// <summary>The numbers that a range analysis speaks of.</summary>
internal enum Numbers
{
    /// <summary>What a kernel computes in <c>float</c>, rounding, overflow and underflow included.</summary>
    Single,

    /// <summary>What a kernel computes in <c>double</c>.</summary>
    Double,

    /// <summary>The real numbers: an infinite bound says that there is none, and only what is not defined is NaN.</summary>
    Real,
}

/// <summary>What kinds of numbers have in common.</summary>
internal static class NumbersExtensions
{
    /// <summary>The element type whose numbers serve as bounds.</summary>
    public static ElementType Bounds(this Numbers numbers) => numbers == Numbers.Single ? ElementType.Single : ElementType.Double;

    /// <summary>The largest finite number, or +∞ for the reals.</summary>
    public static double Largest(this Numbers numbers) => numbers switch
    {
        Numbers.Single => float.MaxValue,
        Numbers.Double => double.MaxValue,
        _ => double.PositiveInfinity,
    };

    /// <summary>The bounds of numbers above (not at) a number: the next number, and for the reals that number.</summary>
    public static double Above(this Numbers numbers, double value) =>
        numbers == Numbers.Real ? value : Rounding.Next(value, numbers.Bounds());

    /// <summary>The bounds of numbers below (not at) a number.</summary>
    public static double Below(this Numbers numbers, double value) => -numbers.Above(-value);
}
