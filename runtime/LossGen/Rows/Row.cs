using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen;

/// <summary>
/// One sample's vector: class scores, an embedding, a flattened mask. Arithmetic and the functions of <see cref="LossMath"/> apply
/// element by element, numbers broadcast, and reductions such as <see cref="LossMath.Sum(Row)"/> give a number.
/// </summary>
/// <remarks>
/// <para>
/// This is the executable reference of the language: eager, allocating and easy to debug. Generated classes never run it.
/// </para>
/// <para>
/// Elements are stored, and everything between two rows is computed, in double. A number that leaves a row (an element, a
/// reduction) is a <see cref="float"/>, rounded once. That is what lets <c>LogSumExp(z) - z[label]</c> be the body of a method
/// that returns <c>float</c> as well as of one that returns <c>double</c>, and lets such numbers stand in patterns, in <c>?:</c> and
/// in calls of <see cref="Math"/> like any other. The price: called directly, a loss over rows that is declared in <c>double</c> is
/// accurate as a <c>float</c> is. Its generated class computes in <c>double</c> throughout.
/// </para>
/// <para>Arrays convert to rows, and collection expressions make them: <c>Row scores = [0.5, 2, -1];</c>. The default value is the row without elements.</para>
/// </remarks>
[CollectionBuilder(typeof(Row), nameof(Create))]
public readonly partial struct Row : IEquatable<Row>
{
    private readonly ReadOnlyMemory<double> _elements;

    /// <summary>Set for a row that takes its length from the row it meets.</summary>
    private readonly UnsizedRow? _unsized;

    /// <summary>A row over existing elements, which are not copied.</summary>
    /// <param name="elements">The elements.</param>
    public Row(ReadOnlyMemory<double> elements) => _elements = elements;

    /// <summary>A row of the given elements, which are widened into a copy.</summary>
    /// <param name="elements">The elements.</param>
    public Row(ReadOnlySpan<float> elements)
    {
        var widened = new double[elements.Length];
        for (var column = 0; column < widened.Length; column++)
            widened[column] = elements[column];

        _elements = widened;
    }

    /// <summary>Of pairs (see <see cref="LossMath.Other(Row)"/>), the number of columns; the elements are those of all pairs (i, j), row after row. Else 0.</summary>
    private readonly int _pairColumns;

    internal Row(UnsizedRow unsized) => _unsized = unsized;

    private Row(ReadOnlyMemory<double> elements, int pairColumns)
    {
        _elements = elements;
        _pairColumns = pairColumns;
    }

    private bool IsOfPairs => _unsized?.IsOfPairs ?? _pairColumns > 0;

    /// <summary>The number of elements.</summary>
    /// <exception cref="InvalidOperationException">The row has no length of its own: see <see cref="LossMath.OneHot(int)"/>.</exception>
    public int Length => Elements.Length;

    /// <summary>The elements, in double.</summary>
    /// <exception cref="InvalidOperationException">The row has no length of its own: see <see cref="LossMath.OneHot(int)"/>.</exception>
    public ReadOnlyMemory<double> Elements => _unsized is null
        ? _elements
        : throw new InvalidOperationException("A one-hot row takes its length from the row it is combined with; it has none by itself.");

    /// <summary>The element of a column, counted from 0.</summary>
    /// <param name="column">The column, often a class label.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    /// <exception cref="InvalidOperationException">The elements are those of pairs: see <see cref="LossMath.Other(Row)"/>.</exception>
    public float this[int column]
    {
        get
        {
            if (IsOfPairs)
                throw new InvalidOperationException("Pairs of elements have two indices; Sum and Mean make a number of them.");

            if (_unsized is not null)
                return (float)_unsized.ElementAt(column);

            if ((uint)column >= (uint)_elements.Length)
                throw new ArgumentOutOfRangeException(nameof(column), column, $"There is no column {column} in a row of {_elements.Length}.");

            return (float)_elements.Span[column];
        }
    }

    /// <summary>A row over a copy of the array, widened to double.</summary>
    public static implicit operator Row(float[] elements) => new(elements.AsSpan());

    /// <summary>A row over the array, which is not copied.</summary>
    public static implicit operator Row(double[] elements) => new(elements.AsMemory());

    /// <summary>A row over a copy of the elements, widened to double.</summary>
    public static implicit operator Row(ReadOnlyMemory<float> elements) => new(elements.Span);

    /// <summary>A row over the elements, which are not copied.</summary>
    public static implicit operator Row(ReadOnlyMemory<double> elements) => new(elements);

    /// <summary>A row of a copy of the elements.</summary>
    /// <param name="elements">The elements.</param>
    public static Row Create(ReadOnlySpan<double> elements) => new(elements.ToArray().AsMemory());

    /// <summary>Runs through the elements, in double. A loss cannot: it takes rows as a whole.</summary>
    public ReadOnlySpan<double>.Enumerator GetEnumerator() => Elements.Span.GetEnumerator();

    /// <summary>Whether both rows have the same elements; NaN equals NaN here.</summary>
    public bool Equals(Row other) => _unsized is null && other._unsized is null
        ? _pairColumns == other._pairColumns && _elements.Span.SequenceEqual(other._elements.Span)
        : ReferenceEquals(_unsized, other._unsized);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Row other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(_elements.Span));
        return hash.ToHashCode();
    }

    /// <summary>The elements, separated by commas, in brackets.</summary>
    public override string ToString() => _unsized is null
        ? $"[{string.Join(", ", MemoryMarshal.ToEnumerable(_elements).Select(static element => element.ToString(CultureInfo.InvariantCulture)))}]"
        : "a row without a length of its own";

    /// <summary>Applies a function to every element.</summary>
    internal Row Map(Func<double, double> function)
    {
        if (_unsized is not null)
            return new(_unsized.Map(function));

        var source = _elements.Span;
        var result = new double[source.Length];
        for (var column = 0; column < result.Length; column++)
            result[column] = function(source[column]);

        return new(result.AsMemory(), _pairColumns);
    }

    /// <summary>Combines two rows element by element. A row meets pairs as that of their first column.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    internal static Row Zip(Row left, Row right, Func<double, double, double> function)
    {
        if (left._unsized is not null && right._unsized is not null)
            return new(UnsizedRow.Zip(left._unsized, right._unsized, function));

        var (leftLength, rightLength) = (left.LengthFor(right), right.LengthFor(left));
        if (leftLength != rightLength)
            throw new ArgumentException($"The rows have different lengths: {leftLength} and {rightLength}.", nameof(right));

        var pairColumns = left.IsOfPairs || right.IsOfPairs ? leftLength : 0;
        var leftElements = left.ElementsFor(leftLength, pairColumns > 0);
        var rightElements = right.ElementsFor(leftLength, pairColumns > 0);
        var result = new double[leftElements.Length];
        for (var column = 0; column < result.Length; column++)
            result[column] = function(leftElements[column], rightElements[column]);

        return new(result.AsMemory(), pairColumns);
    }

    /// <summary>The elements at the other column of every pair (i, j): the row itself, for each i.</summary>
    internal Row ToOthers()
    {
        if (IsOfPairs)
            throw new ArgumentException("The elements are those of pairs already.");

        if (_unsized is not null)
            return new(_unsized.ToOthers());

        var columns = Length;
        var pairs = new double[columns * columns];
        for (var column = 0; column < columns; column++)
            _elements.Span.CopyTo(pairs.AsSpan(column * columns));

        return new(pairs.AsMemory(), columns);
    }

    /// <summary>The number of columns; where the row has no length of its own, that of the other one.</summary>
    private int LengthFor(Row other) => _unsized is not null ? other.LengthFor(this) : _pairColumns > 0 ? _pairColumns : _elements.Length;

    /// <summary>As many elements as columns; if the other row is one of pairs, as many as pairs.</summary>
    private ReadOnlySpan<double> ElementsFor(int columns, bool isOfPairs)
    {
        var elements = (_unsized is null ? _elements : _unsized.Take(columns)).Span;
        if (isOfPairs == IsOfPairs)
            return elements;

        var pairs = new double[columns * columns];
        for (var column = 0; column < columns; column++)
            pairs.AsSpan(column * columns, columns).Fill(elements[column]);

        return pairs;
    }
}
