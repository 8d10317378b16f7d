namespace LossGen;

/// <summary>
/// An element-wise expression of one-hot rows alone, or of pairs of such: what its element in a column, or at a pair of columns, is can be said before its
/// length is known.
/// </summary>
internal sealed class UnsizedRow
{
    /// <summary>The element at a pair (i, j); of a row, that in column i.</summary>
    private readonly Func<int, int, double> _elementAt;

    /// <summary>The largest label in the expression: it must be a column of the row that the expression meets.</summary>
    private readonly int _largestLabel;

    private UnsizedRow(Func<int, int, double> elementAt, int largestLabel, bool isOfPairs)
    {
        _elementAt = elementAt;
        _largestLabel = largestLabel;
        IsOfPairs = isOfPairs;
    }

    /// <summary>Whether the elements are those of pairs.</summary>
    public bool IsOfPairs { get; }

    /// <summary>1 in the column of the label, 0 elsewhere.</summary>
    public static UnsizedRow OneHot(int label)
    {
        if (label < 0)
            throw new ArgumentOutOfRangeException(nameof(label), label, $"The label {label} is negative.");

        return new((column, _) => column == label ? 1 : 0, label, isOfPairs: false);
    }

    /// <summary>Combines two expressions element by element. A row meets pairs as that of their first column.</summary>
    public static UnsizedRow Zip(UnsizedRow left, UnsizedRow right, Func<double, double, double> function) => new(
        (column, other) => function(left._elementAt(column, other), right._elementAt(column, other)),
        Math.Max(left._largestLabel, right._largestLabel),
        left.IsOfPairs || right.IsOfPairs);

    /// <summary>Applies a function to every element.</summary>
    public UnsizedRow Map(Func<double, double> function) => new((column, other) => function(_elementAt(column, other)), _largestLabel, IsOfPairs);

    /// <summary>The elements at the other column of every pair.</summary>
    public UnsizedRow ToOthers() => new((_, other) => _elementAt(other, other), _largestLabel, isOfPairs: true);

    /// <summary>The element of a column.</summary>
    public double ElementAt(int column)
    {
        if (column < 0)
            throw new ArgumentOutOfRangeException(nameof(column), column, $"There is no column {column}.");

        return _elementAt(column, column);
    }

    /// <summary>The elements in the first <paramref name="length"/> columns, or at all pairs of these, row after row.</summary>
    public ReadOnlyMemory<double> Take(int length)
    {
        if (_largestLabel >= length)
            throw new ArgumentOutOfRangeException(nameof(length), length, $"The label {_largestLabel} is not a column of a row of {length}.");

        var others = IsOfPairs ? length : 1;
        var elements = new double[length * others];
        for (var element = 0; element < elements.Length; element++)
            elements[element] = _elementAt(element / others, element % others);

        return elements;
    }
}
