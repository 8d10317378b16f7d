using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>A plain loop of two loads and one store: what the memory allows a loss that computes next to nothing.</summary>
internal sealed unsafe class BandwidthPeer : IPeer
{
    internal const string PeerName = "bandwidth";

    /// <summary>Two loads and one store of a float.</summary>
    internal const int BytesPerElement = 3 * sizeof(float);

    public string Name => PeerName;

    public string Variant => "";

    public bool ComputesLoss => false;

    /// <summary>Several threads where memory is what they share.</summary>
    public bool Takes(Case @case) => @case.Shape.Columns == 1 && (@case.Threads == 1 || @case.Shape == Workload.InMemory);

    public void Load(Batch batch)
    {
    }

    public PeerResult Evaluate(Case @case, Batch batch)
    {
        Add(batch, @case.Threads);
        return new(0, 0);
    }

    public double Time(Case @case, Batch batch, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
            Add(batch, @case.Threads);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    public void Dispose()
    {
    }

    /// <summary>Each thread has its part of the batch.</summary>
    private static void Add(Batch batch, int threads)
    {
        int count = batch.Shape.Elements / threads;
        if (threads == 1)
            Add(batch.Prediction, batch.Target, batch.Gradient, count);
        else
            Parallel.For(0, threads, part => Add(batch.Prediction + (nint)part * count, batch.Target + (nint)part * count, batch.Gradient + (nint)part * count, count));
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
