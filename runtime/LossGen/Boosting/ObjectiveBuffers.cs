using System.Globalization;

namespace LossGen.Boosting;

/// <summary>Arrays that an objective uses again: scores and derivatives in the layout of its loss, and labels as integers.</summary>
internal sealed class ObjectiveBuffers
{
    /// <summary>Rows and columns of a tile of a transposition: two of them are in the first-level cache.</summary>
    private const int Tile = 32;

    private float[] _narrow = [];
    private float[] _scores = [];
    private float[] _gradient = [];
    private float[] _hessian = [];
    private int[] _labels = [];
    private int _length;

    internal Span<float> Scores => _scores.AsSpan(0, _length);

    internal Span<float> Gradient => _gradient.AsSpan(0, _length);

    internal Span<float> Hessian => _hessian.AsSpan(0, _length);

    /// <summary>Makes scores and derivatives this long. Their contents are not kept.</summary>
    internal void Resize(int length)
    {
        _length = length;
        Grow(ref _scores, length);
        Grow(ref _gradient, length);
        Grow(ref _hessian, length);
    }

    /// <summary>Numbers in single precision.</summary>
    internal Span<float> Narrow(ReadOnlySpan<double> numbers)
    {
        Grow(ref _narrow, numbers.Length);
        for (int i = 0; i < numbers.Length; i++)
            _narrow[i] = (float)numbers[i];

        return _narrow.AsSpan(0, numbers.Length);
    }

    /// <summary>Labels that boosters keep as numbers.</summary>
    /// <exception cref="ArgumentException">One is no integer.</exception>
    internal ReadOnlySpan<int> Labels(ReadOnlySpan<float> targets)
    {
        Grow(ref _labels, targets.Length);
        for (int i = 0; i < targets.Length; i++)
        {
            int label = (int)targets[i];
            if (label != targets[i])
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The label number {i} is {targets[i]}; a label is an integer."), nameof(targets));

            _labels[i] = label;
        }

        return _labels.AsSpan(0, targets.Length);
    }

    /// <summary>Writes the columns of a matrix, which lies row after row, one after the other.</summary>
    internal static void Transpose(ReadOnlySpan<float> source, Span<float> destination, int rows, int columns)
    {
        for (int firstRow = 0; firstRow < rows; firstRow += Tile)
        {
            int endRow = Math.Min(firstRow + Tile, rows);
            for (int firstColumn = 0; firstColumn < columns; firstColumn += Tile)
            {
                int endColumn = Math.Min(firstColumn + Tile, columns);
                for (int row = firstRow; row < endRow; row++)
                {
                    for (int column = firstColumn; column < endColumn; column++)
                        destination[(column * rows) + row] = source[(row * columns) + column];
                }
            }
        }
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            array = new T[length];
    }
}
