using System.CommandLine;

namespace LossGen.Benchmarks;

/// <summary>Where this repository publishes what its commands measure: <c>docs/performance.md</c>, to which each command contributes a section.</summary>
/// <param name="repository">The repository's directory.</param>
internal sealed class PerformanceDocument(DirectoryInfo repository)
{
    /// <summary>The option that asks for it.</summary>
    internal static Option<DirectoryInfo> Option() => new("--publish")
    {
        Description = "Write the figures into the documents of this repository's directory too: docs/performance.md, for example with '--publish .'.",
    };

    /// <summary>Replaces a section of the document.</summary>
    internal void Write(string section, string text) => MarkedSection.Replace(InDocs("performance.md"), section, text);

    /// <summary>Replaces a section of the README.</summary>
    internal void WriteReadme(string section, string text) => MarkedSection.Replace(Path.Combine(repository.FullName, "README.md"), section, text);

    /// <summary>Replaces the document's chart.</summary>
    internal void WriteChart(string picture) => File.WriteAllText(InDocs("performance.svg"), picture);

    private string InDocs(string name) => Path.Combine(repository.FullName, "docs", name);
}
