using System.Runtime.InteropServices;

namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>The C losses, compiled into a temporary directory and loaded.</summary>
internal sealed class CompiledLibraries : IDisposable
{
    private static readonly string[] Forms = ["fused", "split"];

    private readonly List<nint> _libraries = [];

    /// <summary>One peer per build and form.</summary>
    internal List<IPeer> Peers { get; } = [];

    /// <summary>Compiles all builds.</summary>
    /// <param name="directory">Where sources and libraries go.</param>
    /// <exception cref="PeerUnavailableException">There is no g++, or it does not compile the source.</exception>
    internal static CompiledLibraries Create(string directory)
    {
        string source = Path.Combine(directory, "losses.c");
        EmbeddedFile.WriteTo(source);
        var libraries = new CompiledLibraries();
        for (int i = 0; i < CompilerBuild.All.Count; i++)
        {
            CompilerBuild build = CompilerBuild.All[i];
            string path = Path.Combine(directory, $"losses{i}.so");
            Tool.Run("g++", $"{CompilerBuild.CommonOptions} {build.Options} -o {path} {source} -lmvec -lm");
            nint library = NativeLibrary.Load(path);
            libraries._libraries.Add(library);
            libraries.Peers.AddRange(Forms.Select(form => new CompiledPeer(library, build, form)));
        }

        return libraries;
    }

    public void Dispose() => _libraries.ForEach(NativeLibrary.Free);
}
