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
/// <remarks>
/// Bounds that are zero carry a sign, and −0 counts as less than +0: [+0, 1] says that −0 is impossible, so that the
/// reciprocal lies in [1, +∞].
/// </remarks>
internal readonly record struct Interval(double Low, double High, bool MayBeNaN = false)
{
    public static Interval All => new(double.NegativeInfinity, double.PositiveInfinity, true);

    public bool IsEmpty => !(Low <= High);

    public bool IsPoint => Low == High;

    public bool MayBeInfinite => !IsEmpty && (double.IsInfinity(Low) || double.IsInfinity(High));

    public static Interval Point(double value) => double.IsNaN(value) ? Empty(true) : new(value, value);

    public static Interval Empty(bool mayBeNaN) => new(1, 0, mayBeNaN);

    public bool Contains(double value) => double.IsNaN(value) ? MayBeNaN : Low <= value && value <= High;
}
