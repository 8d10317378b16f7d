using System.Text;

namespace LossGen.Generator.Emission;

/// <summary>Text with indentation and <c>\n</c> line ends.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes the lines of a text at the current depth. An empty text is an empty line.</summary>
    public SourceWriter Write(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', 4 * _depth).Append(line);
            }

            _text.Append('\n');
        }

        return this;
    }

    public SourceWriter Blank() => Write("");

    public SourceWriter Open()
    {
        Write("{");
        _depth++;
        return this;
    }

    public SourceWriter Close()
    {
        _depth--;
        return Write("}");
    }

    /// <summary>Writes the lines of a text one level deeper.</summary>
    public SourceWriter Indented(string text)
    {
        _depth++;
        Write(text);
        _depth--;
        return this;
    }

    public override string ToString() => _text.ToString();
}
