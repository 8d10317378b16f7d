using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LossGen.Benchmarks.Comparison;

/// <summary>Checks that calls allocate nothing and that threads do not change a bit.</summary>
internal static class PromiseCheck
{
    private const int Calls = 16;

    /// <summary>Of which the least counts: the runtime's own threads allocate now and then.</summary>
    private const int Runs = 3;

    internal static Promise Of(Case @case, Batch batch)
    {
        byte[] expected = Results(@case.Workload.Generated(1), batch);
        Evaluation member = @case.Workload.Generated(@case.Threads);
        bool sameBits = Results(member, batch).AsSpan().SequenceEqual(expected);
        return new(@case.Workload.Key, @case.Shape, @case.Threads, (double)Enumerable.Range(0, Runs).Min(_ => Allocated(member, batch)) / Calls, sameBits);
    }

    /// <summary>What all threads allocate while a member is called.</summary>
    private static long Allocated(Evaluation member, Batch batch)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int call = 0; call < Calls; call++)
            member(batch);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    /// <summary>A digest of the gradient, followed by the value.</summary>
    private static byte[] Results(Evaluation member, Batch batch)
    {
        batch.GradientSpan.Fill(float.NaN);
        double value = member(batch);
        return [.. SHA256.HashData(MemoryMarshal.AsBytes(batch.GradientSpan)), .. BitConverter.GetBytes(value)];
    }
}
