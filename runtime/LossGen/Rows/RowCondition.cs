namespace LossGen;

/// <summary>
/// A condition on every element of a row, as comparisons of rows give it: for <see cref="LossMath.Select(RowCondition, Row, Row)"/> and
/// <see cref="LossMath.Count(RowCondition)"/>. Conditions combine with <c>&amp;</c>, <c>|</c> and <c>!</c>.
/// </summary>
public readonly struct RowCondition : IEquatable<RowCondition>
{
    /// <summary>1 where the condition holds, 0 elsewhere.</summary>
    private readonly Row _indicator;

    private RowCondition(Row indicator) => _indicator = indicator;

    /// <summary>1 where the condition holds, 0 elsewhere.</summary>
    internal Row Indicator => _indicator;

    /// <summary>The number of elements.</summary>
    /// <exception cref="InvalidOperationException">The condition is on one-hot rows alone, which have no length of their own.</exception>
    public int Length => _indicator.Length;

    /// <summary>Whether the condition holds in a column, counted from 0.</summary>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public bool this[int column] => _indicator[column] != 0;

    /// <summary>Where the condition does not hold.</summary>
    public static RowCondition operator !(RowCondition condition) => new(1 - condition._indicator);

    /// <summary>Where both conditions hold.</summary>
    /// <exception cref="ArgumentException">The conditions have different lengths.</exception>
    public static RowCondition operator &(RowCondition left, RowCondition right) => new(left._indicator * right._indicator);

    /// <summary>Where at least one of the conditions holds.</summary>
    /// <exception cref="ArgumentException">The conditions have different lengths.</exception>
    public static RowCondition operator |(RowCondition left, RowCondition right) => new(LossMath.Max(left._indicator, right._indicator));

    /// <summary>Whether both conditions hold in the same columns.</summary>
    public static bool operator ==(RowCondition left, RowCondition right) => left.Equals(right);

    /// <summary>Whether the conditions differ in a column or in length.</summary>
    public static bool operator !=(RowCondition left, RowCondition right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(RowCondition other) => _indicator.Equals(other._indicator);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RowCondition other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _indicator.GetHashCode();

    /// <summary>1 and 0 for every element, in brackets.</summary>
    public override string ToString() => _indicator.ToString();

    /// <summary>Where a predicate holds for the element.</summary>
    internal static RowCondition Where(Row row, Func<double, bool> predicate) =>
        new(row.Map(element => predicate(element) ? 1 : 0));

    /// <summary>Where a predicate holds for the elements of two rows.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    internal static RowCondition Where(Row left, Row right, Func<double, double, bool> predicate) =>
        new(Row.Zip(left, right, (x, y) => predicate(x, y) ? 1 : 0));
}
