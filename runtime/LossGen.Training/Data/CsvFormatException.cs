using System.Globalization;

namespace LossGen.Training;

/// <summary>A file that is not a table of numbers. The message names file, line and column.</summary>
public sealed class CsvFormatException : FormatException
{
    /// <summary>Makes an exception without a place.</summary>
    public CsvFormatException()
        : this("The text is not a table of numbers.")
    {
    }

    /// <summary>Makes an exception without a place.</summary>
    /// <param name="message">What is wrong.</param>
    public CsvFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception without a place.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public CsvFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception for a place in a file.</summary>
    /// <param name="fileName">The file.</param>
    /// <param name="line">The line, from 1; 0 if the file as a whole is wrong.</param>
    /// <param name="column">The cell in the line, from 1; 0 if the line as a whole is wrong.</param>
    /// <param name="problem">What is wrong.</param>
    public CsvFormatException(string fileName, int line, int column, string problem)
        : base(Describe(fileName, line, column, problem))
    {
        FileName = fileName;
        Line = line;
        Column = column;
    }

    /// <summary>The file, or the name that the caller gave the text.</summary>
    public string FileName { get; } = "";

    /// <summary>The line, from 1; 0 if the file as a whole is wrong.</summary>
    public int Line { get; }

    /// <summary>The cell in the line, from 1; 0 if the line as a whole is wrong.</summary>
    public int Column { get; }

    private static string Describe(string fileName, int line, int column, string problem) => (line, column) switch
    {
        (0, _) => $"{fileName}: {problem}",
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{fileName}, line {line}: {problem}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{fileName}, line {line}, column {column}: {problem}"),
    };
}
