using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>One form of the C losses in one build by g++, called in this process.</summary>
/// <param name="library">The loaded build.</param>
/// <param name="build">How it was compiled.</param>
/// <param name="form">How it was written.</param>
internal sealed unsafe class CompiledPeer(nint library, CompilerBuild build, CompiledForm form) : IPeer
{
    internal const string PeerName = "g++";

    public string Name => PeerName;

    public string Variant => $"{build.Name}, {form.Suffix}";

    public bool ComputesLoss => true;

    public bool Takes(Case @case) => @case.Shape.Columns <= form.MostColumns && NativeLibrary.TryGetExport(library, Symbol(@case), out _);

    public void Load(Batch batch)
    {
    }

    public PeerResult Evaluate(Case @case, Batch batch) => new(Call(Function(@case), @case, batch), batch.Shape.Elements);

    public double Time(Case @case, Batch batch, int calls)
    {
        nint function = Function(@case);
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
            Call(function, @case, batch);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    /// <summary>The library belongs to <see cref="CompiledLibraries"/>.</summary>
    public void Dispose()
    {
    }

    /// <summary>Losses of elements and of rows have parameters of their own.</summary>
    private static double Call(nint function, Case @case, Batch batch) => @case.Workload.Targets == TargetKind.Label
        ? ((delegate* unmanaged<float*, int*, float*, nint, nint, int, double>)function)(batch.Prediction, batch.Labels, batch.Gradient, batch.Shape.Samples, batch.Shape.Columns, @case.Threads)
        : ((delegate* unmanaged<float*, float*, float*, nint, int, double>)function)(batch.Prediction, batch.Target, batch.Gradient, batch.Shape.Samples, @case.Threads);

    private string Symbol(Case @case) => $"{@case.Workload.Key}_{form.Suffix}";

    private nint Function(Case @case) => NativeLibrary.GetExport(library, Symbol(@case));
}
