using System.Collections.Immutable;

namespace LossGen.Training;

/// <summary>What every fit keeps besides its parameters: the best of them so far, the history, and the caller's wishes.</summary>
internal sealed class FitSession
{
    private readonly IProgress<TrainingProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly ImmutableArray<TrainingProgress>.Builder _history;
    private readonly double[] _best;

    internal FitSession(int parameterCount, int epochLimit, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        EpochLimit = epochLimit;
        _progress = progress;
        _cancellation = cancellation;
        _history = ImmutableArray.CreateBuilder<TrainingProgress>(1 + Math.Min(epochLimit, 1 << 16));
        _best = new double[parameterCount];
    }

    internal int EpochLimit { get; }

    internal bool IsCancelled => _cancellation.IsCancellationRequested;

    /// <summary>The lowest loss so far; +∞ before any.</summary>
    internal double BestLoss { get; private set; } = double.PositiveInfinity;

    internal int BestEpoch { get; private set; }

    internal ReadOnlySpan<double> BestParameters => _best;

    /// <summary>Ends an epoch, or marks the start (epoch 0).</summary>
    internal void EndEpoch(int epoch, long step, double loss, ReadOnlySpan<double> parameters)
    {
        Offer(epoch, loss, parameters);
        var progress = new TrainingProgress(epoch, EpochLimit, step, loss, BestLoss);
        _history.Add(progress);
        _progress?.Report(progress);
    }

    /// <summary>Keeps the parameters if they are the best so far.</summary>
    internal void Offer(int epoch, double loss, ReadOnlySpan<double> parameters)
    {
        if (!(loss < BestLoss))
            return;

        BestLoss = loss;
        BestEpoch = epoch;
        parameters.CopyTo(_best);
    }

    internal TrainingResult ToResult(LinearModel model, StopReason reason, LossExplanation? explanation) =>
        new(model, reason, BestLoss, BestEpoch, _history.ToImmutable(), explanation);
}
