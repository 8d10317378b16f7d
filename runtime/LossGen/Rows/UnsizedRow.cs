namespace LossGen;

/// <summary>
/// An element-wise expression of one-hot rows alone: what its element in a column is can be said before its length is known.
/// </summary>
internal sealed class UnsizedRow
{
    private readonly Func<int, double> _elementAt;

    /// <summary>The largest label in the expression: it must be a column of the row that the expression meets.</summary>
    private readonly int _largestLabel;

    private UnsizedRow(Func<int, double> elementAt, int largestLabel)
    {
        _elementAt = elementAt;
        _largestLabel = largestLabel;
    }

    /// <summary>1 in the column of the label, 0 elsewhere.</summary>
    public static UnsizedRow OneHot(int label)
    {
        if (label < 0)
            throw new ArgumentOutOfRangeException(nameof(label), label, $"The label {label} is negative.");

        return new(column => column == label ? 1 : 0, label);
    }

    /// <summary>Combines two expressions element by element.</summary>
    public static UnsizedRow Zip(UnsizedRow left, UnsizedRow right, Func<double, double, double> function) =>
        new(column => function(left._elementAt(column), right._elementAt(column)), Math.Max(left._largestLabel, right._largestLabel));

    /// <summary>Applies a function to every element.</summary>
    public UnsizedRow Map(Func<double, double> function) => new(column => function(_elementAt(column)), _largestLabel);

    /// <summary>The element of a column.</summary>
    public double ElementAt(int column)
    {
        if (column < 0)
            throw new ArgumentOutOfRangeException(nameof(column), column, $"There is no column {column}.");

        return _elementAt(column);
    }

    /// <summary>The first <paramref name="length"/> elements.</summary>
    public ReadOnlyMemory<double> Take(int length)
    {
        if (_largestLabel >= length)
            throw new ArgumentOutOfRangeException(nameof(length), length, $"The label {_largestLabel} is not a column of a row of {length}.");

        var elements = new double[length];
        for (var column = 0; column < length; column++)
            elements[column] = _elementAt(column);

        return elements;
    }
}
