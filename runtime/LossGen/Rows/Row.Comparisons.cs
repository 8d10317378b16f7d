namespace LossGen;

// IEEE comparisons, element by element: NaN is different from everything, itself included. Equals compares rows as values.
public readonly partial struct Row
{
    /// <summary>Which elements are less than those of the other row.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static RowCondition operator <(Row left, Row right) => RowCondition.Where(left, right, static (x, y) => x < y);

    /// <summary>Which elements are less than the number.</summary>
    public static RowCondition operator <(Row left, double right) => RowCondition.Where(left, element => element < right);

    /// <summary>For which elements the number is less than the element.</summary>
    public static RowCondition operator <(double left, Row right) => RowCondition.Where(right, element => left < element);

    /// <summary>Which elements are greater than those of the other row.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static RowCondition operator >(Row left, Row right) => RowCondition.Where(left, right, static (x, y) => x > y);

    /// <summary>Which elements are greater than the number.</summary>
    public static RowCondition operator >(Row left, double right) => RowCondition.Where(left, element => element > right);

    /// <summary>For which elements the number is greater than the element.</summary>
    public static RowCondition operator >(double left, Row right) => RowCondition.Where(right, element => left > element);

    /// <summary>Which elements are at most those of the other row.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static RowCondition operator <=(Row left, Row right) => RowCondition.Where(left, right, static (x, y) => x <= y);

    /// <summary>Which elements are at most the number.</summary>
    public static RowCondition operator <=(Row left, double right) => RowCondition.Where(left, element => element <= right);

    /// <summary>For which elements the number is at most the element.</summary>
    public static RowCondition operator <=(double left, Row right) => RowCondition.Where(right, element => left <= element);

    /// <summary>Which elements are at least those of the other row.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static RowCondition operator >=(Row left, Row right) => RowCondition.Where(left, right, static (x, y) => x >= y);

    /// <summary>Which elements are at least the number.</summary>
    public static RowCondition operator >=(Row left, double right) => RowCondition.Where(left, element => element >= right);

    /// <summary>For which elements the number is at least the element.</summary>
    public static RowCondition operator >=(double left, Row right) => RowCondition.Where(right, element => left >= element);

    /// <summary>Which elements are equal to those of the other row.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static RowCondition operator ==(Row left, Row right) => RowCondition.Where(left, right, static (x, y) => x == y);

    /// <summary>Which elements are equal to the number.</summary>
    public static RowCondition operator ==(Row left, double right) => RowCondition.Where(left, element => element == right);

    /// <summary>For which elements the number is equal to the element.</summary>
    public static RowCondition operator ==(double left, Row right) => RowCondition.Where(right, element => left == element);

    /// <summary>Which elements are different from those of the other row.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static RowCondition operator !=(Row left, Row right) => RowCondition.Where(left, right, static (x, y) => x != y);

    /// <summary>Which elements are different from the number.</summary>
    public static RowCondition operator !=(Row left, double right) => RowCondition.Where(left, element => element != right);

    /// <summary>For which elements the number is different from the element.</summary>
    public static RowCondition operator !=(double left, Row right) => RowCondition.Where(right, element => left != element);
}
