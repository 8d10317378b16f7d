namespace LossGen.Generator.Stability;

/// <summary>The type that a loss is evaluated in. Constants and bounds are rounded to it.</summary>
internal enum ElementType
{
    Single,
    Double,
}

/// <summary>
/// A closed interval of the extended reals that contains every non-NaN value an expression can take,
/// and whether NaN is possible. An empty interval (low &gt; high) means that no number is.
/// </summary>
internal readonly record struct Interval(double Low, double High, bool MayBeNaN = false)
{
    public static Interval All => new(double.NegativeInfinity, double.PositiveInfinity, true);

    public static Interval Point(double value) => double.IsNaN(value) ? new(1, 0, true) : new(value, value);

    public bool IsEmpty => !(Low <= High);

    public bool Contains(double value) => double.IsNaN(value) ? MayBeNaN : Low <= value && value <= High;
}
