using System.Runtime.InteropServices;

namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>The C losses, compiled into a temporary directory and loaded.</summary>
internal sealed class CompiledLibraries : IDisposable
{
    private static readonly string[] Sources = ["element_losses.c", "row_losses.c"];

    private readonly List<nint> _libraries = [];

    /// <summary>One peer per build and form.</summary>
    internal List<IPeer> Peers { get; } = [];

    /// <summary>Compiles all builds.</summary>
    /// <param name="directory">Where sources and libraries go.</param>
    /// <exception cref="PeerUnavailableException">There is no g++, or it does not compile the source.</exception>
    internal static CompiledLibraries Create(string directory)
    {
        string[] sources = [.. Sources.Select(name => Path.Combine(directory, name))];
        Array.ForEach(sources, EmbeddedFile.WriteTo);
        string inputs = string.Join(' ', sources.Select(static source => $"{CompilerBuild.SourceOptions} {source}"));
        var libraries = new CompiledLibraries();
        for (int i = 0; i < CompilerBuild.All.Count; i++)
        {
            CompilerBuild build = CompilerBuild.All[i];
            string path = Path.Combine(directory, $"losses{i}.so");
            Tool.Run("g++", $"{CompilerBuild.CommonOptions} {build.Options} -o {path} {inputs} -lmvec -lm");
            nint library = NativeLibrary.Load(path);
            libraries._libraries.Add(library);
            libraries.Peers.AddRange(CompiledForm.All.Select(form => new CompiledPeer(library, build, form)));
        }

        return libraries;
    }

    public void Dispose() => _libraries.ForEach(NativeLibrary.Free);
}
