namespace LossGen.Benchmarks;

/// <summary>A part of a document that a command writes, between the lines <c>&lt;!-- begin NAME --&gt;</c> and <c>&lt;!-- end NAME --&gt;</c>.</summary>
internal static class MarkedSection
{
    /// <summary>Replaces what stands between the marks.</summary>
    /// <exception cref="InvalidOperationException">The document lacks a mark.</exception>
    internal static void Replace(string path, string name, string text)
    {
        string document = File.ReadAllText(path);
        string beginning = $"<!-- begin {name} -->";
        int begin = Find(beginning, 0) + beginning.Length;
        int end = Find($"<!-- end {name} -->", begin);
        File.WriteAllText(path, $"{document[..begin]}\n\n{text.Trim().ReplaceLineEndings("\n")}\n\n{document[end..]}");

        int Find(string mark, int start)
        {
            int found = document.IndexOf(mark, start, StringComparison.Ordinal);
            return found >= 0 ? found : throw new InvalidOperationException($"{path} has no line '{mark}'.");
        }
    }
}
