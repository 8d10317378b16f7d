using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>One form of the C losses in one build by g++, called in this process.</summary>
/// <param name="library">The loaded build.</param>
/// <param name="build">How it was compiled.</param>
/// <param name="form">The suffix of the functions' names in <c>losses.c</c>.</param>
internal sealed unsafe class CompiledPeer(nint library, CompilerBuild build, string form) : IPeer
{
    internal const string PeerName = "g++";

    public string Name => PeerName;

    public string Variant => $"{build.Name}, {form}";

    public bool ComputesLoss => true;

    public bool Takes(Case @case) => NativeLibrary.TryGetExport(library, Symbol(@case), out _);

    public void Load(Batch batch)
    {
    }

    public PeerResult Evaluate(Case @case, Batch batch) =>
        new(Function(@case)(batch.Prediction, batch.Target, batch.Gradient, batch.Count, @case.Threads), batch.Count);

    public double Time(Case @case, Batch batch, int calls)
    {
        delegate* unmanaged<float*, float*, float*, nint, int, double> function = Function(@case);
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
            function(batch.Prediction, batch.Target, batch.Gradient, batch.Count, @case.Threads);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    /// <summary>The library belongs to <see cref="CompiledLibraries"/>.</summary>
    public void Dispose()
    {
    }

    private string Symbol(Case @case) => $"{@case.Workload.Key}_{form}";

    private delegate* unmanaged<float*, float*, float*, nint, int, double> Function(Case @case) =>
        (delegate* unmanaged<float*, float*, float*, nint, int, double>)NativeLibrary.GetExport(library, Symbol(@case));
}
