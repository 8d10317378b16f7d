namespace LossGen.Benchmarks.Comparison;

/// <summary>One peer's figures in one case.</summary>
/// <param name="Loss">The workload's key.</param>
/// <param name="Shape">The size of a batch.</param>
/// <param name="Threads">Threads allowed.</param>
/// <param name="Peer">The peer's name.</param>
/// <param name="Variant">The peer's build or version.</param>
/// <param name="Best">Nanoseconds per element in the best round.</param>
/// <param name="Median">Nanoseconds per element in the median round.</param>
/// <param name="Rounds">How many rounds it took part in.</param>
/// <param name="Agreement">How far its results are from the reference; null if it computes no loss.</param>
internal sealed record Measurement(string Loss, BatchShape Shape, int Threads, string Peer, string Variant, double Best, double Median, int Rounds, Agreement? Agreement);

/// <summary>What LossGen promises besides speed, for one case.</summary>
/// <param name="Loss">The workload's key.</param>
/// <param name="Shape">The size of a batch.</param>
/// <param name="Threads">Threads allowed.</param>
/// <param name="BytesPerCall">Managed bytes allocated per call, on all threads.</param>
/// <param name="SameBits">Whether value and gradient have the bits that one thread gives.</param>
internal sealed record Promise(string Loss, BatchShape Shape, int Threads, double BytesPerCall, bool SameBits);

/// <summary>Everything measured in one process, hence at one vector width.</summary>
/// <param name="VectorBits">The widest vectors of the process.</param>
/// <param name="Skipped">Peers that were missing, with the reason.</param>
/// <param name="Measurements">The figures.</param>
/// <param name="Promises">Allocations and bits.</param>
internal sealed record Session(int VectorBits, IReadOnlyList<string> Skipped, IReadOnlyList<Measurement> Measurements, IReadOnlyList<Promise> Promises)
{
    /// <summary>What was measured with a number of threads, in the order in which it was measured.</summary>
    internal IEnumerable<(string Loss, BatchShape Shape)> Cases(int threads) =>
        Measurements.Where(measurement => measurement.Threads == threads).Select(static measurement => (measurement.Loss, measurement.Shape)).Distinct();

    /// <summary>A peer's fastest variant in a case; null if it was not measured.</summary>
    internal Measurement? Fastest(string peer, string loss, BatchShape shape, int threads) =>
        Of(peer, loss, shape, threads).MinBy(static measurement => measurement.Best);

    /// <summary>The fastest g++ build that may use no more instructions than this process.</summary>
    internal Measurement? FastestCompiledAlike(string loss, BatchShape shape, int threads) =>
        Of(Peers.CompiledPeer.PeerName, loss, shape, threads)
            .Where(measurement => VectorBits == 512 || !Peers.CompilerBuild.OfVariant(measurement.Variant).UsesAvx512)
            .MinBy(static measurement => measurement.Best);

    /// <summary>A peer's best nanoseconds per element in any case with a number of threads, or in all cases of one size.</summary>
    internal double? Peak(string peer, int threads, BatchShape? shape = null) => Measurements
        .Where(measurement => measurement.Peer == peer && measurement.Threads == threads && (shape is null || measurement.Shape == shape))
        .Select(static double? (measurement) => measurement.Best)
        .Min();

    private IEnumerable<Measurement> Of(string peer, string loss, BatchShape shape, int threads) => Measurements.Where(measurement =>
        measurement.Peer == peer && measurement.Loss == loss && measurement.Shape == shape && measurement.Threads == threads);
}
