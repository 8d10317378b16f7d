namespace LossGen.Benchmarks;

/// <summary>A table that reads well as plain text and renders as Markdown.</summary>
internal static class MarkdownTable
{
    /// <summary>Writes a table. As in Markdown's own rule lines, a heading that ends with a colon aligns its column to the right.</summary>
    internal static void Write(TextWriter writer, IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        string[] titles = [.. headings.Select(static heading => heading.TrimEnd(':'))];
        int[] widths = [.. titles.Select((title, column) => rows.Select(row => row[column].Length).Append(title.Length).Max())];
        bool[] isRight = [.. headings.Select(static heading => heading.EndsWith(':'))];
        WriteRow(titles);
        writer.WriteLine($"|{string.Join("|", widths.Select((width, column) => isRight[column] ? new string('-', width + 1) + ":" : new string('-', width + 2)))}|");
        foreach (IReadOnlyList<string> row in rows)
            WriteRow(row);
        writer.WriteLine();

        void WriteRow(IReadOnlyList<string> cells) =>
            writer.WriteLine($"| {string.Join(" | ", cells.Select((cell, column) => isRight[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column])))} |");
    }
}
