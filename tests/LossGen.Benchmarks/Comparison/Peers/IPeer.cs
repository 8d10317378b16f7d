namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>What one evaluation by a peer gave.</summary>
/// <param name="Value">The mean loss.</param>
/// <param name="Gradients">How many elements at the start of the batch's gradient the peer has written.</param>
internal readonly record struct PeerResult(double Value, int Gradients);

/// <summary>Somebody who computes losses and is timed.</summary>
internal interface IPeer : IDisposable
{
    /// <summary>Who it is: the name that reports group by.</summary>
    string Name { get; }

    /// <summary>Which build or form it is.</summary>
    string Variant { get; }

    /// <summary>Whether it computes the loss; else it only moves the same memory.</summary>
    bool ComputesLoss { get; }

    /// <summary>Whether it takes part in a case.</summary>
    bool Takes(Case @case);

    /// <summary>Makes a batch known before it is evaluated.</summary>
    void Load(Batch batch);

    /// <summary>Evaluates once.</summary>
    PeerResult Evaluate(Case @case, Batch batch);

    /// <summary>The nanoseconds that a number of evaluations take.</summary>
    double Time(Case @case, Batch batch, int calls);
}
