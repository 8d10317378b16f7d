namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>The sources of peers in other languages, which travel in this assembly.</summary>
internal static class EmbeddedFile
{
    /// <summary>Writes the resource that is named like the file.</summary>
    internal static void WriteTo(string path)
    {
        string name = Path.GetFileName(path);
        using Stream resource = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly has no resource '{name}'.");
        using FileStream file = File.Create(path);
        resource.CopyTo(file);
    }
}
