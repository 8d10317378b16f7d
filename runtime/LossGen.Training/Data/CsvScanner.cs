using System.Text;

namespace LossGen.Training;

/// <summary>Splits UTF-8 text into cells by RFC 4180: commas, line ends CRLF or LF, cells in double quotes with quotes doubled.</summary>
internal ref struct CsvScanner
{
    private const byte Quote = (byte)'"';

    private readonly ReadOnlySpan<byte> _text;
    private readonly string _fileName;
    private int _position;

    // Line ends within the last cell.
    private int _lineBreaks;

    internal CsvScanner(ReadOnlySpan<byte> text, string fileName)
    {
        _text = text;
        _fileName = fileName;
        Line = 1;
    }

    /// <summary>The line of the last cell, from 1.</summary>
    internal int Line { get; private set; }

    /// <summary>The number of the last cell in its line, from 1.</summary>
    internal int Column { get; private set; }

    /// <summary>Whether the last cell ended its line.</summary>
    internal bool EndOfLine { get; private set; }

    /// <summary>Whether only blank lines are left.</summary>
    internal readonly bool OnlyBlankLinesLeft => _text[_position..].IndexOfAnyExcept((byte)'\r', (byte)'\n') < 0;

    /// <summary>Reads the next cell, unquoted.</summary>
    internal ReadOnlySpan<byte> Next()
    {
        Line += _lineBreaks + (EndOfLine ? 1 : 0);
        Column = EndOfLine ? 1 : Column + 1;
        _lineBreaks = 0;
        return _position < _text.Length && _text[_position] == Quote ? Quoted() : Plain();
    }

    private ReadOnlySpan<byte> Plain()
    {
        ReadOnlySpan<byte> rest = _text[_position..];
        int length = rest.IndexOfAny((byte)',', (byte)'\n');
        if (length < 0)
            length = rest.Length;

        ReadOnlySpan<byte> cell = rest[..length];
        _position += length;
        FinishCell();
        return EndOfLine && cell.EndsWith("\r"u8) ? cell[..^1] : cell;
    }

    private ReadOnlySpan<byte> Quoted()
    {
        int first = _position + 1;
        bool doubled = false;
        for (int end = first; ; end += 2)
        {
            int length = _text[end..].IndexOf(Quote);
            if (length < 0)
                throw new CsvFormatException(_fileName, Line, Column, "the quoted cell is not closed.");

            end += length;
            if (end + 1 < _text.Length && _text[end + 1] == Quote)
            {
                doubled = true;
                continue;
            }

            ReadOnlySpan<byte> cell = _text[first..end];
            _lineBreaks = cell.Count((byte)'\n');
            _position = end + 1;
            if (_text[_position..].StartsWith("\r\n"u8))
                _position++;
            if (_position < _text.Length && _text[_position] is not ((byte)',' or (byte)'\n'))
                throw new CsvFormatException(_fileName, Line, Column, "a comma or the end of the line must follow the closing quote.");

            FinishCell();
            return doubled ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(cell).Replace("\"\"", "\"", StringComparison.Ordinal)) : cell;
        }
    }

    private void FinishCell()
    {
        EndOfLine = _position >= _text.Length || _text[_position] == (byte)'\n';
        _position = Math.Min(_position + 1, _text.Length);
    }
}
