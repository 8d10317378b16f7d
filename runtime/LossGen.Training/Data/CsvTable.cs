using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace LossGen.Training;

/// <summary>
/// A table of finite numbers under a header of names, read from comma-separated UTF-8 text (RFC 4180). Numbers are written as in
/// C#: a point for decimals, no group separators. Anything else is refused, with its line and column.
/// </summary>
public sealed class CsvTable
{
    private const int LongestQuotation = 40;

    // White space around a number is cut off beforehand: a line break in a quoted cell is no part of one.
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly string _fileName;
    private readonly int _firstLine;
    private readonly double[] _values;

    private CsvTable(string fileName, int firstLine, ImmutableArray<string> columns, double[] values)
    {
        _fileName = fileName;
        _firstLine = firstLine;
        _values = values;
        Columns = columns;
    }

    /// <summary>The names in the header, all different.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>The number of rows below the header, at least 1.</summary>
    public int RowCount => _values.Length / Columns.Length;

    /// <summary>All numbers, row by row.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="CsvFormatException">The file is not a table of numbers.</exception>
    public static CsvTable Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Parse(File.ReadAllBytes(path), Path.GetFileName(path));
    }

    /// <summary>Reads text.</summary>
    /// <param name="text">UTF-8, with or without a byte order mark.</param>
    /// <param name="fileName">What messages call the text.</param>
    /// <exception cref="CsvFormatException">The text is not a table of numbers.</exception>
    public static CsvTable Parse(ReadOnlySpan<byte> text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        if (text.StartsWith("\uFEFF"u8))
            text = text["\uFEFF"u8.Length..];
        RequireUtf8(text, fileName);

        var scanner = new CsvScanner(text, fileName);
        if (scanner.OnlyBlankLinesLeft)
            throw new CsvFormatException(fileName, 0, 0, "the file is empty.");

        ImmutableArray<string> columns = ReadHeader(ref scanner, fileName);
        int firstLine = scanner.Line + 1;
        var values = new List<double>();
        while (!scanner.OnlyBlankLinesLeft)
            ReadRow(ref scanner, fileName, columns, values);

        return values.Count > 0
            ? new CsvTable(fileName, firstLine, columns, [.. values])
            : throw new CsvFormatException(fileName, 0, 0, "there are no rows below the header.");
    }

    /// <summary>The position of a column.</summary>
    /// <param name="column">Its name, exactly as in the header.</param>
    /// <exception cref="CsvFormatException">There is no such column; the message lists those there are.</exception>
    public int IndexOf(string column)
    {
        int index = Columns.IndexOf(column, 0, StringComparer.Ordinal);
        return index >= 0
            ? index
            : throw new CsvFormatException(_fileName, 0, 0, $"there is no column '{column}'. The columns are: {string.Join(", ", Columns)}.");
    }

    /// <summary>The numbers of a column, top to bottom.</summary>
    /// <param name="column">Its name, exactly as in the header.</param>
    /// <exception cref="CsvFormatException">There is no such column; the message lists those there are.</exception>
    public double[] Column(string column)
    {
        int index = IndexOf(column);
        double[] numbers = new double[RowCount];
        for (int row = 0; row < numbers.Length; row++)
            numbers[row] = _values[(row * Columns.Length) + index];

        return numbers;
    }

    /// <summary>A data set with one column as its target and all others as features.</summary>
    /// <param name="target">The name of the target column, exactly as in the header.</param>
    /// <exception cref="CsvFormatException">There is no such column; the message lists those there are.</exception>
    public Dataset ToDataset(string target) => new(RowCount, FeaturesBut(IndexOf(target)), Column(target), featureNames: Columns.RemoveAt(IndexOf(target)));

    /// <summary>A data set with one column as its class labels and all others as features.</summary>
    /// <param name="label">The name of the column of labels, exactly as in the header.</param>
    /// <exception cref="CsvFormatException">There is no such column, or a label is not an integer of at least 0.</exception>
    public Dataset ToLabelledDataset(string label)
    {
        double[] numbers = Column(label);
        int[] labels = new int[numbers.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            if (numbers[row] is < 0 or > int.MaxValue || numbers[row] != Math.Floor(numbers[row]))
                throw new CsvFormatException(_fileName, _firstLine + row, IndexOf(label) + 1, string.Create(CultureInfo.InvariantCulture, $"in '{label}', a class label must be an integer from 0, but this is {numbers[row]}."));

            labels[row] = (int)numbers[row];
        }

        return new Dataset(RowCount, FeaturesBut(IndexOf(label)), labels: labels, featureNames: Columns.RemoveAt(IndexOf(label)));
    }

    private double[] FeaturesBut(int column)
    {
        double[] features = new double[RowCount * (Columns.Length - 1)];
        for (int from = 0, to = 0; from < _values.Length; from++)
        {
            if (from % Columns.Length != column)
                features[to++] = _values[from];
        }

        return features;
    }

    private static void RequireUtf8(ReadOnlySpan<byte> text, string fileName)
    {
        if (Utf8.IsValid(text))
            return;

        int valid = 0;
        while (Rune.DecodeFromUtf8(text[valid..], out _, out int length) == System.Buffers.OperationStatus.Done)
            valid += length;

        ReadOnlySpan<byte> before = text[..valid];
        int column = 1 + before[(before.LastIndexOf((byte)'\n') + 1)..].Count((byte)',');
        throw new CsvFormatException(fileName, 1 + before.Count((byte)'\n'), column, $"byte 0x{text[valid]:X2} is not UTF-8. Save the file as UTF-8.");
    }

    private static ImmutableArray<string> ReadHeader(ref CsvScanner scanner, string fileName)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        int numbers = 0;
        do
        {
            string name = Encoding.UTF8.GetString(scanner.Next()).Trim();
            if (name.Length == 0)
                throw new CsvFormatException(fileName, scanner.Line, scanner.Column, "the column has no name.");
            if (names.Contains(name))
                throw new CsvFormatException(fileName, scanner.Line, scanner.Column, $"the name '{name}' is already that of column {1 + names.IndexOf(name)}.");

            numbers += double.TryParse(name, Number, CultureInfo.InvariantCulture, out _) ? 1 : 0;
            names.Add(name);
        }
        while (!scanner.EndOfLine);

        return numbers < names.Count
            ? names.DrainToImmutable()
            : throw new CsvFormatException(fileName, 1, 0, "the first line must name the columns, but it holds numbers.");
    }

    private static void ReadRow(ref CsvScanner scanner, string fileName, ImmutableArray<string> columns, List<double> values)
    {
        int first = values.Count;
        do
        {
            ReadOnlySpan<byte> cell = scanner.Next();
            if (scanner is { Column: 1, EndOfLine: true } && cell.IsEmpty)
                throw new CsvFormatException(fileName, scanner.Line, 0, "the line is empty.");
            if (scanner.Column > columns.Length)
                throw new CsvFormatException(fileName, scanner.Line, scanner.Column, $"the line has more cells than the header, which has {columns.Length}.");

            values.Add(ParseNumber(cell, in scanner, fileName, columns[scanner.Column - 1]));
        }
        while (!scanner.EndOfLine);

        int cells = values.Count - first;
        if (cells < columns.Length)
            throw new CsvFormatException(fileName, scanner.Line, cells + 1, $"the line has {cells} cells, but the header has {columns.Length}: '{columns[cells]}' is missing.");
    }

    private static double ParseNumber(ReadOnlySpan<byte> cell, in CsvScanner scanner, string fileName, string column)
    {
        cell = cell.Trim(" \t"u8);
        if (double.TryParse(cell, Number, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
            return number;

        string text = Encoding.UTF8.GetString(cell);
        string shown = text.Length <= LongestQuotation ? text : text[..LongestQuotation] + "…";
        string problem = text.Length == 0 ? "the cell is empty." : double.IsNaN(number) || double.IsInfinity(number) ? $"'{shown}' is not a finite number." : $"'{shown}' is not a number.";
        throw new CsvFormatException(fileName, scanner.Line, scanner.Column, $"in '{column}', {problem}");
    }
}
