namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>Everybody who takes part, and who does not and why.</summary>
internal sealed class PeerGroup : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("lossgen-compare-");
    private readonly List<IDisposable> _owned = [];
    private readonly List<IPeer> _peers = [];
    private readonly List<string> _skipped = [];

    internal PeerGroup()
    {
        _peers.Add(ManagedPeer.OfLossGen());
        _peers.Add(TensorPrimitivesLosses.Create());
        _peers.Add(ScalarLosses.Create());
        _peers.Add(new BandwidthPeer());
        _peers.Add(new ArithmeticPeer());
        Join(CompiledPeer.PeerName, () =>
        {
            var libraries = CompiledLibraries.Create(_directory.FullName);
            _owned.Add(libraries);
            return libraries.Peers;
        });
        Join(PythonPeer.Torch, () => [PythonPeer.Start(PythonPeer.Torch, "torch_peer.py", _directory.FullName)]);
        Join(PythonPeer.ScikitLearn, () => [PythonPeer.Start(PythonPeer.ScikitLearn, "sklearn_peer.py", _directory.FullName)]);
    }

    internal IReadOnlyList<IPeer> Peers => _peers;

    /// <summary>One line for each peer that is missing.</summary>
    internal IReadOnlyList<string> Skipped => _skipped;

    public void Dispose()
    {
        _peers.ForEach(static peer => peer.Dispose());
        _owned.ForEach(static resource => resource.Dispose());
        _directory.Delete(recursive: true);
    }

    private void Join(string name, Func<IEnumerable<IPeer>> start)
    {
        if (!OperatingSystem.IsLinux())
        {
            _skipped.Add($"{name}: compared on Linux only");
            return;
        }

        try
        {
            _peers.AddRange(start());
        }
        catch (PeerUnavailableException exception)
        {
            _skipped.Add($"{name}: {exception.Message}");
        }
    }
}
