using System.Diagnostics;

namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>The generated classes of this project, by their public members.</summary>
internal sealed class LossGenPeer : IPeer
{
    internal const string PeerName = "LossGen";

    private readonly Dictionary<(string Loss, int Threads), ValueAndGradient> _members =
        (from workload in Workload.All
         from threads in Case.ThreadCounts
         select KeyValuePair.Create((workload.Key, threads), workload.Generated(threads))).ToDictionary();

    public string Name => PeerName;

    public string Variant => "";

    public bool ComputesLoss => true;

    public bool Takes(Case @case) => true;

    public void Load(Batch batch)
    {
    }

    public PeerResult Evaluate(Case @case, Batch batch) =>
        new(Member(@case)(batch.PredictionSpan, batch.TargetSpan, batch.GradientSpan), batch.Count);

    public double Time(Case @case, Batch batch, int calls)
    {
        ValueAndGradient member = Member(@case);
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
            member(batch.PredictionSpan, batch.TargetSpan, batch.GradientSpan);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    public void Dispose()
    {
    }

    private ValueAndGradient Member(Case @case) => _members[(@case.Workload.Key, @case.Threads)];
}
