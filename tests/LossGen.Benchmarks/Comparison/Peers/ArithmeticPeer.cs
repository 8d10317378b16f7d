using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>A loop of independent fused multiply-adds in registers: what the processor's arithmetic allows. Its time is that of one multiply-add per element.</summary>
internal sealed class ArithmeticPeer : IPeer
{
    internal const string PeerName = "multiply-adds";

    /// <summary>Chains that do not wait for each other: more than the latency times the units of any processor, and no more than AVX2's registers hold.</summary>
    private const int Chains = 12;

    /// <summary>Multiply-adds per element of the batch, so that the loop's start and end do not count.</summary>
    private const int Repetitions = 24;

    private const int FewestSharedElements = 1024 * 1024;

    public string Name => PeerName;

    public string Variant => "";

    public bool ComputesLoss => false;

    /// <summary>Where arithmetic and not memory decides; two threads where starting them does not count.</summary>
    public bool Takes(Case @case) =>
        @case.Workload.IsTranscendental && @case.Shape != Workload.InMemory && (@case.Threads == 1 || @case.Shape.Elements >= FewestSharedElements);

    public void Load(Batch batch)
    {
    }

    public PeerResult Evaluate(Case @case, Batch batch)
    {
        Time(@case, batch, 1);
        return new(0, 0);
    }

    public double Time(Case @case, Batch batch, int calls)
    {
        int lanes = Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector256<float>.Count;
        long steps = Math.Max(1, (long)batch.Shape.Elements * Repetitions / (Chains * lanes) / @case.Threads);
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
            Run(steps, @case.Threads);
        double elapsed = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        return elapsed / ((double)steps * @case.Threads * Chains * lanes) * batch.Shape.Elements;
    }

    public void Dispose()
    {
    }

    private static void Run(long steps, int threads)
    {
        if (threads == 1)
            Run(steps);
        else
            Parallel.For(0, threads, _ => Run(steps));
    }

    private static float Run(long steps) => Vector512.IsHardwareAccelerated ? Wide(steps, 0) : Narrow(steps, 0);

    /// <remarks>The factor is a parameter: a constant would let the compiler compute the result.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Wide(long steps, float seed)
    {
        Vector512<float> factor = Vector512.Create(seed);
        Vector512<float> a = factor, b = factor, c = factor, d = factor, e = factor, f = factor, g = factor, h = factor, i = factor, j = factor, k = factor, l = factor;
        for (; steps > 0; steps--)
        {
            a = Vector512.FusedMultiplyAdd(a, factor, factor);
            b = Vector512.FusedMultiplyAdd(b, factor, factor);
            c = Vector512.FusedMultiplyAdd(c, factor, factor);
            d = Vector512.FusedMultiplyAdd(d, factor, factor);
            e = Vector512.FusedMultiplyAdd(e, factor, factor);
            f = Vector512.FusedMultiplyAdd(f, factor, factor);
            g = Vector512.FusedMultiplyAdd(g, factor, factor);
            h = Vector512.FusedMultiplyAdd(h, factor, factor);
            i = Vector512.FusedMultiplyAdd(i, factor, factor);
            j = Vector512.FusedMultiplyAdd(j, factor, factor);
            k = Vector512.FusedMultiplyAdd(k, factor, factor);
            l = Vector512.FusedMultiplyAdd(l, factor, factor);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Narrow(long steps, float seed)
    {
        Vector256<float> factor = Vector256.Create(seed);
        Vector256<float> a = factor, b = factor, c = factor, d = factor, e = factor, f = factor, g = factor, h = factor, i = factor, j = factor, k = factor, l = factor;
        for (; steps > 0; steps--)
        {
            a = Vector256.FusedMultiplyAdd(a, factor, factor);
            b = Vector256.FusedMultiplyAdd(b, factor, factor);
            c = Vector256.FusedMultiplyAdd(c, factor, factor);
            d = Vector256.FusedMultiplyAdd(d, factor, factor);
            e = Vector256.FusedMultiplyAdd(e, factor, factor);
            f = Vector256.FusedMultiplyAdd(f, factor, factor);
            g = Vector256.FusedMultiplyAdd(g, factor, factor);
            h = Vector256.FusedMultiplyAdd(h, factor, factor);
            i = Vector256.FusedMultiplyAdd(i, factor, factor);
            j = Vector256.FusedMultiplyAdd(j, factor, factor);
            k = Vector256.FusedMultiplyAdd(k, factor, factor);
            l = Vector256.FusedMultiplyAdd(l, factor, factor);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
