using LossGen.Benchmarks.Comparison.Peers;

namespace LossGen.Benchmarks.Comparison.Reports;

/// <summary>Somebody whom reports compare LossGen with.</summary>
/// <param name="Title">The heading of its column.</param>
/// <param name="Find">Its fastest figures in a case; null if it was not measured there.</param>
internal sealed record PeerColumn(string Title, Func<Session, string, BatchShape, int, Measurement?> Find)
{
    internal static readonly PeerColumn LossGen = Named(ManagedPeer.LossGen);
    internal static readonly PeerColumn Compiled = new("g++", static (session, loss, shape, threads) => session.FastestCompiledAlike(loss, shape, threads));
    internal static readonly PeerColumn Torch = Named(PythonPeer.Torch);
    internal static readonly PeerColumn Bandwidth = Named(BandwidthPeer.PeerName);
    internal static readonly PeerColumn Arithmetic = Named(ArithmeticPeer.PeerName);

    /// <summary>All who compute losses, but for LossGen.</summary>
    internal static IReadOnlyList<PeerColumn> Others { get; } =
        [Compiled, Named(TensorPrimitivesLosses.PeerName), Torch, Named(ScalarLosses.PeerName), Named(PythonPeer.ScikitLearn)];

    private static PeerColumn Named(string peer) => new(peer, (session, loss, shape, threads) => session.Fastest(peer, loss, shape, threads));
}
