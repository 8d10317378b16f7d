namespace LossGen;

public static partial class LossMath
{
    /// <summary>
    /// The row that is 1 in the column of the label and 0 elsewhere. It takes its length from the row it is combined with:
    /// <c>OneHot(label) - SoftMax(scores)</c>; without one, it cannot be reduced.
    /// </summary>
    /// <param name="label">The column, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The label is negative; thrown later if it is not a column of the row it meets.</exception>
    public static Row OneHot(int label) => new(UnsizedRow.OneHot(label));

    /// <summary>
    /// The row at the other column of a pair: where a row and <c>Other</c> of a row meet, there is an element for every pair of columns (i, j), with that
    /// of the row at i and that of <c>Other</c> at j. <c>Sum(Relu(1 - (row - Other(row))))</c> is Σᵢⱼ max(0, 1 − (rowᵢ − rowⱼ)).
    /// </summary>
    /// <remarks>
    /// All pairs count, those of a column with itself, too. <see cref="Sum(Row)"/>, <see cref="Mean(Row)"/>, <see cref="Dot(Row, Row)"/> and
    /// <see cref="Count(RowCondition)"/> make a number of pairs; the language of losses has no other use for them.
    /// </remarks>
    /// <param name="row">The row.</param>
    /// <exception cref="ArgumentException">The elements are those of pairs already.</exception>
    public static Row Other(Row row) => row.ToOthers();

    /// <summary>For every element, the first row's where the condition holds and the second row's elsewhere.</summary>
    /// <remarks>A blend, not a product with a mask: a NaN or an infinity in the row not taken has no effect.</remarks>
    /// <exception cref="ArgumentException">The rows and the condition have different lengths.</exception>
    public static Row Select(RowCondition condition, Row whenTrue, Row whenFalse)
    {
        var indicator = condition.Indicator;

        // Two zips of two: what the condition does not take is made 0 before it is added. A taken −0 keeps its sign: −0 + −0 = −0.
        var taken = Row.Zip(indicator, whenTrue, static (holds, element) => holds != 0 ? element : -0.0);
        var other = Row.Zip(indicator, whenFalse, static (holds, element) => holds != 0 ? -0.0 : element);
        return taken + other;
    }

    /// <inheritdoc cref="Select(RowCondition, Row, Row)"/>
    public static Row Select(RowCondition condition, Row whenTrue, double whenFalse) =>
        Row.Zip(condition.Indicator, whenTrue, (holds, element) => holds != 0 ? element : whenFalse);

    /// <inheritdoc cref="Select(RowCondition, Row, Row)"/>
    public static Row Select(RowCondition condition, double whenTrue, Row whenFalse) =>
        Row.Zip(condition.Indicator, whenFalse, (holds, element) => holds != 0 ? whenTrue : element);

    /// <summary>For every element, the first number where the condition holds and the second elsewhere.</summary>
    public static Row Select(RowCondition condition, double whenTrue, double whenFalse) =>
        condition.Indicator.Map(holds => holds != 0 ? whenTrue : whenFalse);
}
