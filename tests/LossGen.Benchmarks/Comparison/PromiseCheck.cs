using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LossGen.Benchmarks.Comparison;

/// <summary>Checks that calls allocate nothing and that threads do not change a bit.</summary>
internal static class PromiseCheck
{
    private const int Calls = 16;

    internal static Promise Of(Case @case, Batch batch)
    {
        byte[] expected = Results(@case.Workload.Generated(1), batch);
        ValueAndGradient member = @case.Workload.Generated(@case.Threads);
        bool sameBits = Results(member, batch).AsSpan().SequenceEqual(expected);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int call = 0; call < Calls; call++)
            member(batch.PredictionSpan, batch.TargetSpan, batch.GradientSpan);
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        return new(@case.Workload.Key, @case.Count, @case.Threads, (double)allocated / Calls, sameBits);
    }

    /// <summary>A digest of the gradient, followed by the value.</summary>
    private static byte[] Results(ValueAndGradient member, Batch batch)
    {
        batch.GradientSpan.Fill(float.NaN);
        float value = member(batch.PredictionSpan, batch.TargetSpan, batch.GradientSpan);
        return [.. SHA256.HashData(MemoryMarshal.AsBytes(batch.GradientSpan)), .. BitConverter.GetBytes(value)];
    }
}
