using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>A plain loop of two loads and one store: what the memory allows a loss that computes next to nothing.</summary>
internal sealed unsafe class BandwidthPeer : IPeer
{
    internal const string PeerName = "bandwidth";

    public string Name => PeerName;

    public string Variant => "";

    public bool ComputesLoss => false;

    public bool Takes(Case @case) => @case.Threads == 1 && !@case.Workload.IsTranscendental;

    public void Load(Batch batch)
    {
    }

    public PeerResult Evaluate(Case @case, Batch batch)
    {
        Add(batch.Prediction, batch.Target, batch.Gradient, batch.Shape.Elements);
        return new(0, 0);
    }

    public double Time(Case @case, Batch batch, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
            Add(batch.Prediction, batch.Target, batch.Gradient, batch.Shape.Elements);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    public void Dispose()
    {
    }

    /// <summary>Every number of <see cref="Workload.ElementShapes"/> is a multiple of the vector's.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Add(float* left, float* right, float* sum, nint count)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            for (nint i = 0; i < count; i += Vector512<float>.Count)
                (Vector512.Load(left + i) + Vector512.Load(right + i)).Store(sum + i);
        }
        else
        {
            for (nint i = 0; i < count; i += Vector256<float>.Count)
                (Vector256.Load(left + i) + Vector256.Load(right + i)).Store(sum + i);
        }
    }
}
