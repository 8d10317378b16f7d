namespace LossGen;

public readonly partial struct Row
{
    /// <summary>The negated elements.</summary>
    public static Row operator -(Row row) => row.Map(static element => -element);

    /// <summary>Element-wise sum.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row operator +(Row left, Row right) => Zip(left, right, static (x, y) => x + y);

    /// <summary>Adds the number to every element.</summary>
    public static Row operator +(Row left, double right) => left.Map(element => element + right);

    /// <summary>Adds the number to every element.</summary>
    public static Row operator +(double left, Row right) => right.Map(element => left + element);

    /// <summary>Element-wise difference.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row operator -(Row left, Row right) => Zip(left, right, static (x, y) => x - y);

    /// <summary>Subtracts the number from every element.</summary>
    public static Row operator -(Row left, double right) => left.Map(element => element - right);

    /// <summary>Subtracts every element from the number.</summary>
    public static Row operator -(double left, Row right) => right.Map(element => left - element);

    /// <summary>Element-wise product.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row operator *(Row left, Row right) => Zip(left, right, static (x, y) => x * y);

    /// <summary>Multiplies every element by the number.</summary>
    public static Row operator *(Row left, double right) => left.Map(element => element * right);

    /// <summary>Multiplies every element by the number.</summary>
    public static Row operator *(double left, Row right) => right.Map(element => left * element);

    /// <summary>Element-wise quotient.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row operator /(Row left, Row right) => Zip(left, right, static (x, y) => x / y);

    /// <summary>Divides every element by the number.</summary>
    public static Row operator /(Row left, double right) => left.Map(element => element / right);

    /// <summary>Divides the number by every element.</summary>
    public static Row operator /(double left, Row right) => right.Map(element => left / element);

    /// <summary>Element-wise remainder, with the sign of the dividend.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row operator %(Row left, Row right) => Zip(left, right, static (x, y) => x % y);

    /// <summary>The remainder of every element divided by the number, with the sign of the element.</summary>
    public static Row operator %(Row left, double right) => left.Map(element => element % right);

    /// <summary>The remainder of the number divided by every element, with the sign of the number.</summary>
    public static Row operator %(double left, Row right) => right.Map(element => left % element);
}
