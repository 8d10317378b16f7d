using System.Diagnostics;

namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>Somebody whose losses are methods of this process.</summary>
/// <param name="name">Who it is.</param>
/// <param name="evaluations">What is called, by the workload's key and the number of threads.</param>
internal sealed class ManagedPeer(string name, IReadOnlyDictionary<(string Loss, int Threads), Evaluation> evaluations) : IPeer
{
    internal const string LossGen = "LossGen";

    public string Name => name;

    public string Variant => "";

    public bool ComputesLoss => true;

    /// <summary>The generated classes of this project, by their public members.</summary>
    internal static ManagedPeer OfLossGen() => new(LossGen,
        (from workload in Workload.All
         from threads in Case.ThreadCounts
         select KeyValuePair.Create((workload.Key, threads), workload.Generated(threads))).ToDictionary());

    /// <summary>Somebody who uses one thread.</summary>
    internal static ManagedPeer OfOneThread(string name, Dictionary<string, Evaluation> evaluations) =>
        new(name, evaluations.ToDictionary(static entry => (entry.Key, 1), static entry => entry.Value));

    public bool Takes(Case @case) => evaluations.ContainsKey((@case.Workload.Key, @case.Threads));

    public void Load(Batch batch)
    {
    }

    public PeerResult Evaluate(Case @case, Batch batch) => new(Evaluation(@case)(batch), batch.Shape.Elements);

    public double Time(Case @case, Batch batch, int calls)
    {
        Evaluation evaluation = Evaluation(@case);
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
            evaluation(batch);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    public void Dispose()
    {
    }

    private Evaluation Evaluation(Case @case) => evaluations[(@case.Workload.Key, @case.Threads)];
}
